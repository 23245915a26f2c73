"""Which mailboxes belong to a service and not to a person: the one table of words for that.

A mailbox is a service's when its first word, and at least half of its words, are in the table or
end in one of the endings: `burgerzaken@`, `info.voorbeeldstad@`, `loket-jeugddienst@`. All other
mailboxes may be a person's: `jan.peeters@`, but also `jan@`, `jpeeters@` and `els.post@`, because
nothing in them tells otherwise.
"""

import re

SERVICE_WORDS = frozenset(
    """
    aanbestedingen aankoop administratie algemeen archief balie bestuur bestuursdienst bibliotheek
    bib boekhouding burgemeester burgerlijke burgerzaken cel college communicatie contact cultuur
    data departement dienst digitaal digitalisering directie dpo energie facturatie facturen
    feedback financien functionaris gegevensbescherming gemeente gemeentehuis grondgebiedzaken hallo
    helpdesk hr hulp ict infrastructuur innovatie inschrijvingen integratie it jeugd jobs juridisch
    klachten kinderopvang leefmilieu lokaal lokale loket melding meldingen meldpunt milieu
    mobiliteit ocmw omgeving omgevingsloket onderwijs onthaal oproep oproepen parkeren personeel
    pers post postmaster preventie privacy programma project projecten projectoproep receptie
    reservaties ruimtelijke secretariaat secretaris senioren sociaal sport stad stadhuis stand
    stedenbouw subsidie subsidies team technische toerisme uitleendienst vergunningen vragen
    vrijetijd webmaster website welzijn werken wonen zorg

    accueil administration aide citoyens commune communication compta comptabilite courrier
    direction environnement etatcivil finances guichet jeunesse logement marchespublics mobilite
    population presse reception reclamations renseignements secretariat service services social
    subsides subventions travaux urbanisme ville

    accessibility accounting accounts admin billing board bookkeeping call calls careers city
    council desk enquiries events finance general git grants hello help hostmaster inbox info
    information innovation invoices legal library mail mailbox media newsletter no noreply office
    open press procurement questions reply sales security service services staff support tender
    tenders web welcome
    """.split()  # noqa: SIM905  a table of words reads better than a column of quotes
)

SERVICE_ENDINGS = (
    "balie", "beheer", "beleid", "centrum", "dienst", "diensten", "huis", "loket", "punt", "team",
    "werking", "zaken",
)  # fmt: skip
"""What Dutch compounds of a service end in: jeugddienst, welzijnshuis, woonloket."""

NOBODY = re.compile(r"(?:^|\.)(?:example(?:\.(?:com|net|org))?|invalid|localhost|test)$")
"""Domains that are kept free for examples (RFC 2606, RFC 6761)."""

_BETWEEN_WORDS = re.compile(r"[^a-zA-Zà-öø-ÿÀ-ÖØ-ß]+")


def is_service(mailbox: str) -> bool:
    """Whether the part before the @ names a service."""
    words = [word for word in _BETWEEN_WORDS.split(mailbox.lower()) if word]
    known = [word in SERVICE_WORDS or word.endswith(SERVICE_ENDINGS) for word in words]
    return bool(words) and known[0] and 2 * sum(known) >= len(words)


def leads_to_nobody(domain: str) -> bool:
    """Whether a domain exists for examples only."""
    return NOBODY.search(domain.lower().rstrip(".")) is not None
