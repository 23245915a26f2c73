"""What each shade of a picture means, in words."""

from gzg.site.edition import Edition
from gzg.site.page import Data
from gzg.site.pictures.shades import Steps, shade


def shades_legend(edition: Edition, least: Steps) -> list[Data]:
    """From the lightest to the darkest, each with its numbers of projects."""
    ends = [following - 1 for following in least[1:]]
    words = [_between(edition, begins, ends) for begins, ends in zip(least, ends, strict=False)]
    words.append(edition.say("shade.most", count=least[-1]))
    return [
        {"mark": shade(count, least), "text": text}
        for count, text in zip(least, words, strict=True)
    ]


def _between(edition: Edition, least: int, most: int) -> str:
    if least < most:
        return edition.say("shade.between", least=least, most=most)
    key = "map.projects-one" if least == 1 else "map.projects-many"
    return edition.say(key, count=least) if least > 1 else edition.say(key)
