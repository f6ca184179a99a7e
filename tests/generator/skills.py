"""The skills that are judged, how people spell them, and how a page shows or denies them."""

from random import Random

# Spellings that need no context to be understood.
SPELLINGS = {
    "Python": ("Python", "Python 3"),
    "Java": ("Java", "Java 17"),
    "JavaScript": ("JavaScript", "Javascript"),
    "TypeScript": ("TypeScript", "Typescript"),
    "Node.js": ("Node.js", "NodeJS", "Node JS"),
    "NestJS": ("NestJS", "Nest.js"),
    "Express": ("Express.js", "ExpressJS"),
    "React": ("React.js", "ReactJS"),
    "Angular": ("Angular",),
    "Vue.js": ("Vue.js", "VueJS"),
    "PostgreSQL": ("PostgreSQL", "Postgres", "PostgreSQL 14"),
    "MySQL": ("MySQL",),
    "MongoDB": ("MongoDB", "Mongo DB"),
    "Redis": ("Redis",),
    "Docker": ("Docker",),
    "Kubernetes": ("Kubernetes", "K8s"),
    "AWS": ("AWS", "Amazon Web Services"),
    "Azure": ("Azure", "Microsoft Azure"),
    "Azure Functions": ("Azure Functions",),
    "Azure Service Bus": ("Azure Service Bus",),
    "Google Cloud": ("GCP", "Google Cloud Platform"),
    "Terraform": ("Terraform",),
    "Git": ("Git", "GitLab", "Bitbucket"),
    "Kafka": ("Apache Kafka", "Kafka"),
    "Elasticsearch": ("Elasticsearch", "ElasticSearch"),
    "GraphQL": ("GraphQL",),
    "REST APIs": ("REST APIs", "RESTful APIs", "REST API"),
    "C#": ("C#",),
    "C++": ("C++",),
    "Go": ("Golang",),
    "PHP": ("PHP", "PHP 8"),
    "Jenkins": ("Jenkins",),
    "Spring": ("Spring Boot",),
}
# True by definition.
IMPLIES = {
    "NestJS": ("Node.js",),
    "Express": ("Node.js",),
    "Azure Functions": ("Azure",),
    "Azure Service Bus": ("Azure",),
}
# Readers may differ: whoever writes a framework's name may or may not be said to know its language.
UNSURE = {
    "NestJS": ("TypeScript", "JavaScript"),
    "Express": ("JavaScript",),
    "React": ("JavaScript",),
    "Angular": ("TypeScript", "JavaScript"),
    "Vue.js": ("JavaScript",),
    "Spring": ("Java",),
}
# In a list of skills these are clear, in a sentence they aren't.
_LIST_ONLY = {"Go": "Go", "Express": "Express", "React": "React", "Spring": "Spring", "REST APIs": "REST"}
_IN_TITLES = ("Python", "Java", "PHP", "C#", "JavaScript", "TypeScript", "React", "C++")
_CERTIFICATES = {
    "AWS": ("AWS Certified Developer – Associate", "AWS Certified Solutions Architect"),
    "Azure": ("Microsoft Certified: Azure Fundamentals",),
    "Kubernetes": ("Certified Kubernetes Administrator (CKA)",),
    "Terraform": ("HashiCorp Certified: Terraform Associate",),
}


class Shown:
    """What the page has shown so far."""

    def __init__(self) -> None:
        self.anywhere: set[str] = set()
        self.at_work: set[str] = set()

    def show(self, skill: str, *, at_work: bool = False) -> None:
        everything = {skill, *IMPLIES.get(skill, ())}
        self.anywhere |= everything
        if at_work:
            self.at_work |= everything

    def skills(self) -> dict[str, bool | None]:
        unsure = {other for skill in self.anywhere for other in UNSURE.get(skill, ())}
        return {skill: skill in self.anywhere or (None if skill in unsure else False) for skill in SPELLINGS}

    def used(self) -> dict[str, bool]:
        """Of the skills that are surely shown."""
        unsure = {other for skill in self.at_work for other in UNSURE.get(skill, ())}
        return {skill: skill in self.at_work for skill in self.anywhere if skill in self.at_work or skill not in unsure}


def spell(rng: Random, skill: str) -> str:
    return rng.choice(SPELLINGS[skill])


def spell_in_list(rng: Random, skill: str) -> str:
    """As in a list, where short names are clear, too."""
    if skill in _LIST_ONLY and rng.random() < 0.5:
        return _LIST_ONLY[skill]
    return spell(rng, skill)


def title_skill(rng: Random, skills: list[str]) -> str | None:
    """A skill of the person that people put into titles."""
    fit = [skill for skill in skills if skill in _IN_TITLES]
    return rng.choice(fit) if fit else None


def certificate(rng: Random, skills: list[str]) -> tuple[str, str] | None:
    """(skill, name of a certificate) for one of the skills."""
    fit = [skill for skill in skills if skill in _CERTIFICATES]
    if not fit:
        return None
    skill = rng.choice(fit)
    return skill, rng.choice(_CERTIFICATES[skill])
