"""What the frame around a page's own content needs: languages, the way to correct it, its past.

How the frame looks is in the theme, and what it says in the texts.
"""

from gzg.site.addresses import counterpart
from gzg.site.page import Data, Page
from gzg.texts import Language

OTHER = {Language.NL: Language.EN, Language.EN: Language.NL}
"""The language that a page can be switched to."""


def frame(page: Page) -> Data:
    """What stands in the front matter beside the record; only what is there."""
    other = OTHER[page.language]
    found = {
        "twin": counterpart(page.address, page.language, other) or "./",
        "title_language": page.title_language,
        "body_language": page.body_language,
        "source": page.source,
        "history": list(page.history),
    }
    return {name: value for name, value in found.items() if value}
