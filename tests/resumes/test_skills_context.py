"""What the words around a skill's name make of it: negation, learning, wishes, recruiting, hobbies."""

import pytest
from skill_lines import job, line, notes, own, skills_list, summary

from screener.model.resume import Grade
from screener.resumes.skills import find_skills

NEGATED = [
    ("next sentence stays", "No experience with Azure. PostgreSQL daily.", {"Azure"}, {"PostgreSQL"}),
    ("next sentence stays, semicolon", "No experience with Azure; PostgreSQL daily", {"Azure"}, {"PostgreSQL"}),
    ("next sentence stays, dash of new clause", "Never used Azure, but PostgreSQL daily", {"Azure"}, {"PostgreSQL"}),
    ("list", "No experience with Azure, MongoDB or Docker", {"Azure", "MongoDB", "Docker"}, set()),
    ("list with nor", "Neither Azure nor MongoDB", {"Azure", "MongoDB"}, set()),
    ("noun after the skill", "No Azure experience, strong PostgreSQL", {"Azure"}, {"PostgreSQL"}),
    ("yet", "No experience with MongoDB yet.", {"MongoDB"}, set()),
    ("adjectives", "No prior commercial experience in NestJS", {"NestJS"}, set()),
    ("zero", "Zero experience with Docker", {"Docker"}, set()),
    ("not only", "not only MongoDB but also NestJS", set(), {"MongoDB", "NestJS"}),
    ("not just", "Not just Docker, Kubernetes too", set(), {"Docker", "Kubernetes"}),
    ("not limited to", "Including but not limited to Redis and Kafka", set(), {"Redis", "Kafka"}),
    ("zero downtime", "zero downtime on Azure", set(), {"Azure"}),
    ("without downtime", "Migrated without downtime to PostgreSQL", set(), {"PostgreSQL"}),
    ("no downtime of it", "With no PostgreSQL downtime", set(), {"PostgreSQL"}),
    ("no data loss", "No data loss in MongoDB", set(), {"MongoDB"}),
    ("never lost", "Never lost a message on Azure Service Bus", set(), {"Azure Service Bus"}),
    ("never shipped", "I have never shipped Node.js services; my work lives in the browser", {"Node.js"}, set()),
    ("never used", "Never used Docker", {"Docker"}, set()),
    ("not a developer", "Not a Node.js developer by trade, though I read traces", {"Node.js"}, set()),
    ("not familiar", "Not familiar with GraphQL", {"GraphQL"}, set()),
    ("not yet worked", "Have not yet worked with Kubernetes", {"Kubernetes"}, set()),
    ("haven't", "I haven't used NestJS", {"NestJS"}, set()),
    ("curly apostrophe", "I don’t know Redis", {"Redis"}, set()),
    ("did not break", "Releases did not break Docker builds", set(), {"Docker"}),
    ("without", "Deployed without Docker", {"Docker"}, set()),
    ("without using", "Deployed by hand, without using Docker or Kubernetes", {"Docker", "Kubernetes"}, set()),
    ("except", "All clouds except Azure", {"Azure"}, set()),
    ("not the other", "Chose PostgreSQL, not MongoDB", {"MongoDB"}, {"PostgreSQL"}),
    ("pronoun", "Aware of Azure but never deployed to it", {"Azure"}, set()),
    ("pronoun after a list", "Know of Azure and Docker but have never used them", {"Azure", "Docker"}, set()),
    ("in brackets", "Docker (no experience), PostgreSQL", {"Docker"}, {"PostgreSQL"}),
    ("none after a colon", "Azure: none", {"Azure"}, set()),
    ("not used", "Docker not used, Redis daily", {"Docker"}, {"Redis"}),
    ("lack of", "Lack of Docker knowledge", {"Docker"}, set()),
    ("lacking experience", "Lacking experience in Kubernetes", {"Kubernetes"}, set()),
    ("away from one", "Migrated away from MongoDB to PostgreSQL", set(), {"MongoDB", "PostgreSQL"}),
    ("no longer", "We no longer run MongoDB on Docker", set(), {"MongoDB", "Docker"}),
    ("JavaScript only", "JavaScript only", set(), {"JavaScript"}),
    ("comma before the skill", "No, we built it on Docker", set(), {"Docker"}),
    ("no nonsense", "No nonsense delivery of Docker images", set(), {"Docker"}),
    ("services beside it", "Never deployed Node.js services or Docker images", {"Node.js", "Docker"}, set()),
    ("German", "Keine Erfahrung mit Azure. Täglich PostgreSQL.", {"Azure"}, {"PostgreSQL"}),
    ("German without", "Betrieb ohne Docker", {"Docker"}, set()),
    ("French", "Aucune expérience avec MongoDB", {"MongoDB"}, set()),
    ("Spanish", "Sin experiencia en Azure", {"Azure"}, set()),
    ("abbreviation is no end", "No experience with clouds, e.g. Azure", set(), {"Azure"}),
    ("to zero", "Cut downtime to zero with Kubernetes", set(), {"Kubernetes"}),
    ("no production use", "Exposure to Azure, no production use", set(), {"Azure"}),
    ("two negations", "Never worked without Docker", set(), {"Docker"}),
    ("cannot live without", "Cannot live without Docker", set(), {"Docker"}),
    ("experience of it: none", "Azure experience: none", {"Azure"}, set()),
    ("yes and no", "Kubernetes: no; Docker: yes", {"Kubernetes"}, {"Docker"}),
    ("lack", "I lack Kubernetes", {"Kubernetes"}, set()),
    ("although", "Although not familiar with Azure, deployed to AWS", {"Azure"}, {"AWS"}),
    ("rather than", "AWS rather than Azure", {"Azure"}, {"AWS"}),
    ("bracketed other", "Experience with AWS (not Azure)", {"Azure"}, {"AWS"}),
    ("nothing but", "Nothing but PostgreSQL", set(), {"PostgreSQL"}),
    ("replaced", "Replaced Docker with Podman", set(), {"Docker", "Podman"}),
    ("version number is no end", "No experience with Node.js 18.2 or Docker", {"Node.js", "Docker"}, set()),
]

LEARNING = [
    ("currently", "Currently learning NestJS in the evenings, PostgreSQL daily", {"NestJS"}, {"PostgreSQL"}),
    ("eager", "Eager to learn Azure and Docker", {"Azure", "Docker"}, set()),
    ("far", "Currently learning backend development with NestJS", {"NestJS"}, set()),
    ("plain", "Learning Kubernetes", {"Kubernetes"}, set()),
    ("label", "Learning: Kubernetes, Redis", {"Kubernetes", "Redis"}, set()),
    ("studying", "Studying GraphQL", {"GraphQL"}, set()),
    ("in brackets", "Node.js, NestJS (learning)", {"NestJS"}, {"Node.js"}),
    ("currently in brackets", "NestJS (currently learning), Node.js", {"NestJS"}, {"Node.js"}),
    ("after a dash", "Kubernetes – learning", {"Kubernetes"}, set()),
    ("while", "Learning NestJS while running Node.js services", {"NestJS"}, {"Node.js"}),
    ("preparing", "Preparing for AZ-204", {"Azure Developer Associate"}, set()),
    ("in progress", "AZ-900, AZ-204 (in progress)", {"Azure Developer Associate"}, {"Azure Fundamentals"}),
    (
        "in progress, both its names",
        "AZ-204: Azure Developer Associate (in progress)",
        {"Azure Developer Associate"},
        set(),
    ),
    ("pursuing", "Pursuing AZ-204", {"Azure Developer Associate"}, set()),
    ("by doing", "Learning by doing: Docker in production", set(), {"Docker"}),
    ("machine learning", "Machine learning in Python", set(), {"Machine learning", "Python"}),
    ("e-learning", "Built an e-learning platform on Docker", set(), {"Docker"}),
    ("learning platform", "Learning platform on Docker", set(), {"Docker"}),
    ("learned", "Learned Docker on the job and ran it", set(), {"Docker"}),
    ("basic knowledge", "Basic knowledge of Docker", set(), {"Docker"}),
    ("familiar with", "Familiar with MongoDB", set(), {"MongoDB"}),
    ("exposure to", "Exposure to Azure", set(), {"Azure"}),
]

WISHED = [
    ("would like", "Would like to move to Node.js and NestJS.", {"Node.js", "NestJS"}, set()),
    ("interested", "Interested in Azure and Kubernetes", {"Azure", "Kubernetes"}, set()),
    ("interested, next sentence", "Interested in Azure. PostgreSQL daily.", {"Azure"}, {"PostgreSQL"}),
    ("seeking", "Seeking a Node.js role", {"Node.js"}, set()),
    ("looking forward", "Looking forward to working with NestJS", {"NestJS"}, set()),
    ("would like to keep", "Would like to keep working with PostgreSQL", set(), {"PostgreSQL"}),
    ("seeking with a record", "Seeking work where my Node.js record counts", set(), {"Node.js"}),
    ("German", "Interessiert an Kubernetes", {"Kubernetes"}, set()),
]

RECRUITING = [
    ("hired for", "Hired engineers for Node.js", {"Node.js"}, set()),
    ("recruited developers", "Recruited Node.js developers across Europe", {"Node.js"}, set()),
    ("numbers", "Recruited 12 senior Node.js and Azure engineers", {"Node.js", "Azure"}, set()),
    ("recruiter", "Node.js recruiter", {"Node.js"}, set()),
    ("recruiter for", "Technical recruiter for Node.js and Azure roles", {"Node.js", "Azure"}, set()),
    ("with skills in", "Sourced candidates with skills in Node.js", {"Node.js"}, set()),
    ("roles", "Screening candidates for MongoDB roles", {"MongoDB"}, set()),
    ("hired as", "Hired as Node.js developer", set(), {"Node.js"}),
    ("hired to", "Hired to rescue the Docker setup", set(), {"Docker"}),
    ("led a team", "Led a team of Node.js developers", set(), {"Node.js"}),
    ("hired and led", "Hired 3 engineers and led the move to Docker", set(), {"Docker"}),
    ("trained", "Trained developers in Docker", set(), {"Docker"}),
]

CASES = [
    *((f"negated: {row[0]}", *row[1:], "negated") for row in NEGATED),
    *((f"learning: {row[0]}", *row[1:], "learning") for row in LEARNING),
    *((f"wished: {row[0]}", *row[1:], "wished") for row in WISHED),
    *((f"recruiting: {row[0]}", *row[1:], "recruiting") for row in RECRUITING),
]


@pytest.mark.parametrize(("text", "noted", "shown", "cause"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_cues_cover_their_clause(text: str, noted: set[str], shown: set[str], cause: str) -> None:
    assert own(job(text)) - {"Testing"} == shown
    assert notes(job(text)) == dict.fromkeys(noted, cause)


@pytest.mark.parametrize(
    "text",
    ["TypeScript meetup organiser", "Organiser of the TypeScript meetup", "Hobby: TypeScript", "TypeScript podcasts"],
)
def test_a_hobby_is_only_a_mention(text: str) -> None:
    (found,) = find_skills(job(text))
    assert [item.grade for item in found.evidence] == [Grade.MENTIONED]


def test_a_heading_says_what_the_list_under_it_is() -> None:
    heading = line("Currently learning", 1, section=None, position=None, grade=None, is_heading=True)
    after = line("Experience", 3, section=None, position=None, grade=None, is_heading=True)
    lines = (heading, *skills_list("NestJS, Kubernetes"), after, *job("Docker"))
    assert notes(lines) == {"NestJS": "learning", "Kubernetes": "learning"}
    assert own(lines) == {"Docker"}


def test_a_note_implies_nothing() -> None:
    assert own(summary("Currently learning NestJS")) == set()
    assert notes(summary("Currently learning NestJS")) == {"NestJS": "learning"}


def test_cues_reach_over_wrapped_lines() -> None:
    assert notes(summary("No experience with\n>MongoDB yet.")) == {"MongoDB": "negated"}
    assert own(summary("No experience with\n>MongoDB yet.")) == set()


def test_cues_end_with_their_paragraph() -> None:
    assert own(summary("No experience with\nMongoDB")) == {"MongoDB"}


def test_a_skill_denied_here_and_used_there_has_both() -> None:
    (found,) = find_skills(job("Never used Docker at school\nDocker in production"))
    assert [item.line for item in found.evidence] == [2]
    assert [(item.line, item.cause, item.grade) for item in found.notes] == [(1, "negated", None)]
