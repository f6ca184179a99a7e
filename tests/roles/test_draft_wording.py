"""What single sentences of a posting ask for."""

import pytest
from drafting_samples import draft, names

REQUIRED = "Engineer\n\nRequirements\n- Haskell\n- "


def found_in(sentence: str) -> dict[str, list[str]]:
    """The skills that a requirement's sentence gives, by importance; Haskell is always there."""
    found = draft(REQUIRED + sentence)
    listed = {importance: names(found, importance) for importance in ("must", "should", "nice")}
    listed["must"].remove("Haskell")
    return {importance: skills for importance, skills in listed.items() if skills}


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Strong Python skills", {"must": ["Python"]}),
        ("Proficiency in Python and Django", {"must": ["Python", "Django"]}),
        ("Python", {"must": ["Python"]}),
        ("Familiarity with Docker", {"should": ["Docker"]}),
        ("Working knowledge of Docker", {"should": ["Docker"]}),
        ("Experience with Docker preferred", {"should": ["Docker"]}),
        ("Docker is highly desirable", {"should": ["Docker"]}),
        ("Docker is desirable", {"nice": ["Docker"]}),
        ("Docker is a big plus", {"nice": ["Docker"]}),
        ("Docker would be advantageous", {"nice": ["Docker"]}),
        ("Bonus points for Docker", {"nice": ["Docker"]}),
        ("Strong Python, Kafka is a plus", {"must": ["Python"], "nice": ["Kafka"]}),
        ("Python required, Kotlin preferred", {"must": ["Python"], "should": ["Kotlin"]}),
        ("Python is required, but Kotlin is a plus", {"must": ["Python"], "nice": ["Kotlin"]}),
        ("Python; Kotlin a plus", {"must": ["Python"], "nice": ["Kotlin"]}),
        ("Experience with Kafka, Redis and Docker is a plus", {"nice": ["Kafka", "Redis", "Docker"]}),
        ("Proficiency in Python, familiarity with Docker", {"must": ["Python"], "should": ["Docker"]}),
        ("Python (Django is a plus)", {"must": ["Python"], "nice": ["Django"]}),
        ("Python, Kotlin (preferred), Kafka", {"must": ["Python", "Kafka"], "should": ["Kotlin"]}),
        ("Azure (Service Bus, Functions)", {"must": ["Azure", "Azure Service Bus", "Azure Functions"]}),
        ("You don't need to know Perl", {}),
        ("Perl is not required", {}),
        ("Perl isn't required, but is a plus", {"nice": ["Perl"]}),
        ("No experience with Hadoop is needed", {}),
        ("We use Elixir and Phoenix", {}),
        ("Our stack is Elixir, but strong Python is what counts", {"must": ["Python"]}),
        ("Willingness to learn Rust", {}),
        ("Sehr gute Kenntnisse in Java", {"must": ["Java"]}),
        ("Kenntnisse in Kafka sind von Vorteil", {"nice": ["Kafka"]}),
        ("Idealerweise Erfahrung mit Terraform", {"should": ["Terraform"]}),
        ("Strong Python, ideally gained in a bank", {"must": ["Python"]}),
        ("Exposure to React", {"should": ["React"]}),
        ("Work closely with our React developers", {}),
        ("A link to your GitHub profile", {}),
    ],
)
def test_the_wording_decides(sentence, wanted):
    assert found_in(sentence) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("MongoDB or PostgreSQL", ["MongoDB | PostgreSQL"]),
        ("Python, Java, or Go", ["Python | Java | Go"]),
        ("Python and Java or Go", ["Python", "Java | Go"]),
        ("Python, Java or Go, and SQL", ["Python", "Java | Go", "SQL"]),
        ("Python, Java, and SQL", ["Python", "Java", "SQL"]),
        ("At least one of AWS, Azure and GCP", ["AWS | Azure | Google Cloud"]),
        ("AWS/Azure/GCP", ["AWS | Azure | Google Cloud"]),
        ("HTML/CSS", ["HTML", "CSS"]),
        ("Python and/or Bash", ["Python | Bash"]),
        ("A relational database (PostgreSQL, MySQL)", ["PostgreSQL | MySQL"]),
        ("Message queues (Kafka, RabbitMQ)", ["Kafka | RabbitMQ"]),
        ("AWS (Lambda, DynamoDB)", ["AWS", "AWS Lambda", "DynamoDB"]),
        ("Test tools, e.g. Jest, Cypress", ["Jest | Cypress"]),
        ("Jest, Cypress or similar", ["Jest | Cypress"]),
        ("Versioning tools like Git", ["Git"]),
        ("PyTorch, TensorFlow, or JAX", ["PyTorch | TensorFlow | JAX"]),
        ("Azure or Azure Functions", ["Azure"]),
        ("Angular (v12+) and TypeScript", ["Angular", "TypeScript"]),
    ],
)
def test_lists_are_choices_where_they_say_so(sentence, wanted):
    assert found_in(sentence)["must"] == wanted


def test_one_name_or_similar_is_no_gate():
    assert found_in("Experience with Sidekiq or similar") == {"should": ["Sidekiq"]}


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("5+ years of experience", "5+"),
        ("5–6 years of experience", "5-6"),
        ("5 to 6 years' experience", "5-6"),
        ("Minimum of three years of experience", "3+"),
        ("At least 5 yrs of experience", "5+"),
        ("five (5) years of experience", "5+"),
        ("2.5 years of experience", "2.5+"),
        ("3 or more years of experience", "3+"),
        ("two to four years of experience", "2-4"),
        ("Mindestens 3 Jahre Berufserfahrung", "3+"),
        ("Expérience: 4 ans minimum", "4+"),
        ("10+ years in engineering, 3 years leading teams", "10+"),
        ("3 years of Node.js", "3+"),
        ("Bachelor's and 5 years of experience or Master's and 3 years of experience", "3+"),
        ("At least 18 years old", None),
        ("A 2-year contract", None),
        ("We have 20 years of experience in banking", None),
        ("Within the first 3 years", None),
        ("99 years of experience", None),
    ],
)
def test_years_of_experience(sentence, years):
    found = draft(REQUIRED + sentence).experience
    assert (found.years if found else None) == years


@pytest.mark.parametrize(
    ("sentence", "skills"),
    [
        ("3 years of Node.js", {"Node.js": "3"}),
        ("3+ years of experience with React and TypeScript", {"React": "3", "TypeScript": "3"}),
        ("Ruby on Rails: at least 3 years", {"Ruby on Rails": "3"}),
        ("PHP, WordPress (5 years), Git", {"WordPress": "5"}),
        ("5+ years building production systems in Go, Java, or Python", {}),
        ("5 years of experience with Go, Java, Python, and Rust", {}),
    ],
)
def test_years_of_a_skill(sentence, skills):
    wanted = draft(REQUIRED + sentence).wanted
    assert {name.name: name.years for one in wanted for name in one.names if name.years} == skills


@pytest.mark.parametrize(
    ("sentence", "level", "importance", "fields"),
    [
        ("Bachelor's degree in Physics", "bachelor", "must", ("physics",)),
        ("BSc or MSc in Computer Science", "bachelor", "must", ("computer science",)),
        ("A CS degree", "bachelor", "must", ("computer science",)),
        ("PhD preferred", "doctorate", "should", ()),
        ("BE/B.Tech/MCA", "bachelor", "must", ()),
        ("Degree in Mathematics or equivalent experience", "bachelor", "should", ("mathematics",)),
        ("Abgeschlossenes Studium der Informatik", "bachelor", "must", ("computer science",)),
    ],
)
def test_degrees(sentence, level, importance, fields):
    found = draft(REQUIRED + sentence).education
    assert found is not None
    assert (found.level, found.importance, found.fields) == (level, importance, fields)


@pytest.mark.parametrize("sentence", ["MS SQL Server", "Master data", "Scrum Master", "A driving licence", "MS Office"])
def test_words_that_only_look_like_degrees(sentence):
    assert draft(REQUIRED + sentence).education is None
