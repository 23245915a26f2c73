"""What a dossier is made in: the call, the programme around it, the time and the language."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from gzg.model.call import Call, Openness
from gzg.model.programme import Programme
from gzg.repository.catalogue import Catalogue
from gzg.texts import Language, say
from gzg.texts.formats import readable
from gzg.wizard import presentation
from gzg.wizard.agenda import Agenda, Step, is_done
from gzg.wizard.draft import Draft
from gzg.wizard.judgement import Judges
from gzg.wizard.organisations import Directory
from gzg.wizard.questions import Wording


@dataclass(frozen=True)
class Setting:
    """Everything around one dossier; `now` has a time zone."""

    catalogue: Catalogue
    call: Call
    programme: Programme
    now: datetime
    language: Language

    @property
    def words(self) -> Wording:
        """The programme's words in the reader's language."""
        return Wording(self.programme, self.language)

    @property
    def agenda(self) -> Agenda:
        """The questions."""
        return Agenda(self.catalogue, self.call, self.programme, self.language)

    @property
    def judges(self) -> Judges:
        """The rules."""
        return Judges(self.catalogue, self.call, self.programme, self.now, self.language)

    @property
    def directory(self) -> Directory:
        """The organisations on the day that a dossier is judged by: the call's last day."""
        day = self.call.closes.day if self.call.closes else self.now.date()
        return Directory(self.catalogue, self.words, day)

    def say(self, key: str, **values: object) -> str:
        """One of our sentences."""
        shown = {name: readable(value, self.language) for name, value in values.items()}
        return say("wizard", key, self.language, **shown)

    @property
    def warning(self) -> str:
        """Who will read the dossier, and from when."""
        is_later = self.call.openness is Openness.AT_DECISION
        return self.say("public-later" if is_later else "public")

    def has_closed(self, zone: ZoneInfo) -> bool:
        """Whether the call's last instant has passed."""
        closes = self.call.closes
        return closes is not None and self.now > closes.last_instant(zone)

    def still_open(self, draft: Draft) -> tuple[str, ...]:
        """What the dossier still lacks, each in a few words."""
        return tuple(presentation.name_of(each, self.agenda) for each in self._lacking(draft))

    def unfinished(self, draft: Draft) -> frozenset[str]:
        """The fields of the submission in which something is lacking."""
        return frozenset(str(each.path[0]) for each in self._lacking(draft))

    def _lacking(self, draft: Draft) -> tuple[Step, ...]:
        put_off = self.agenda.put_off(draft)
        wanted = presentation.wanted(self.agenda)
        return tuple(
            each
            for each in self.agenda.steps(draft)
            if (each in put_off or not is_done(each, draft)) and _is_needed(each, wanted)
        )


def _is_needed(step: Step, wanted: frozenset[str]) -> bool:
    """Whether a dossier without this answer is not complete."""
    if step.begins_item:
        return step.path[1] == 0 and step.section in wanted
    return step.question.required
