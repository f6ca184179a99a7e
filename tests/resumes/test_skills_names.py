"""Names of skills in lines: boundaries, spellings, look-alikes, ambiguous words."""

import pytest
from skill_lines import everything, job, own, skills_list, summary

BOUNDARIES = [
    ("pipes", "Node.js|NestJS|MongoDB", {"Node.js", "NestJS", "MongoDB"}),
    ("bullet glued to the name", "•TypeScript", {"TypeScript"}),
    ("slash", "PostgreSQL/MongoDB", {"PostgreSQL", "MongoDB"}),
    ("slash between clouds and a practice", "AWS/Azure/DevOps", {"AWS", "Azure", "DevOps"}),
    ("suffix", "A Node.js-based gateway", {"Node.js"}),
    ("suffix of a driven thing", "Docker-driven builds", {"Docker"}),
    ("signs belong to names", "C, C++, C#", {"C", "C++", "C#"}),
    ("C++ with a gap", "Ported C ++ and Java code", {"C++", "Java"}),
    ("C# with a musical sharp", "Wrote C♯ services", {"C#"}),
    ("standard after C++", "Modern C++17 and C++20", {"C++"}),
    ("F#", "F# and SQL", {"F#", "SQL"}),
    ("leading dot", "Backend in .NET and SQL", {".NET", "SQL"}),
    ("leading dot with version", "Upgraded .NET6 services", {".NET"}),
    ("dot inside", "ASP.NET Core and C#.NET", {"ASP.NET Core", "C#", ".NET"}),
    ("host names hold no .NET", "Ran shop.example.net", set()),
    ("slash inside", "Built CI/CD pipelines", {"CI/CD"}),
    ("spaced slash inside", "Built CI / CD", {"CI/CD"}),
    ("brackets", "Python (primary), MySQL (secondary)", {"Python", "MySQL"}),
    ("bracketed list", "Databases (PostgreSQL, Redis)", {"PostgreSQL", "Redis"}),
    ("sentence end", "Moved to MongoDB.", {"MongoDB"}),
    ("no space after the full stop", "Moved to MongoDB.Later to Redis.", {"MongoDB", "Redis"}),
    ("quotes", 'The "Docker" effort', {"Docker"}),
    ("possessive", "Kubernetes' and Docker's defaults", {"Kubernetes", "Docker"}),
    ("plus between names", "React.js+Redux", {"React", "Redux"}),
    ("ampersand", "PostgreSQL & Redis", {"PostgreSQL", "Redis"}),
    ("hash tag", "#PostgreSQL #Docker", {"PostgreSQL", "Docker"}),
    ("JavaScript only", "JavaScript only", {"JavaScript"}),
    ("Java not in JavaScript", "Years of JavaScript", {"JavaScript"}),
    ("SQL not in NoSQL", "NoSQL stores", {"NoSQL"}),
    ("Git not in digital", "Digital legitimacy of gitanes", set()),
    ("longest wins", "Azure Service Bus queues", {"Azure Service Bus"}),
    ("longest wins over the brand", "Microsoft Azure Functions", {"Azure Functions"}),
    ("React Native is not React itself", "React Native screens", {"React Native"}),
    ("GitHub Actions is not GitHub", "GitHub Actions workflows", {"GitHub Actions"}),
    ("comma keeps names apart", "Azure, DevOps", {"Azure", "DevOps"}),
    ("cells keep names apart", "Azure   Service Bus", {"Azure", "Azure Service Bus"}),
    ("version behind a space", "Node.js 18, Angular 2+, Java 8/11/17", {"Node.js", "Angular", "Java"}),
    ("version glued on", "Python3, Vue3, Java17", {"Python", "Vue.js", "Java"}),
    (
        "names with digits",
        "S3 and EC2, K8s, Neo4j, OAuth2",
        {"Amazon S3", "Amazon EC2", "Kubernetes", "Neo4j", "OAuth"},
    ),
]

SPELLINGS = [
    ("Node.js", "NodeJS, Node JS, node-js, NODE.JS, nodejs, Node.Js, Node. js"),
    ("NestJS", "Nest.js, NestJS, Nest JS, nestjs, NESTJS"),
    ("MongoDB", "Mongo, Mongo DB, mongo db, MongoDb, mongo-db, MONGODB"),
    ("PostgreSQL", "Postgres, Postgre SQL, postgresql, psql, Postgre, PgSQL, PostgreSql"),
    ("TypeScript", "Typescript, Type Script, TYPESCRIPT, typescript"),
    ("JavaScript", "Javascript, Java Script, javascript, ES6, Vanilla JS, ECMAScript"),
    ("Azure", "Microsoft Azure, MS Azure, Azure Cloud, AZURE, azure"),
    ("Azure Service Bus", "Azure ServiceBus, azure service bus, Azure Service-Bus"),
    ("Azure Functions", "Azure Function, AzureFunctions, Azure Function App"),
    ("Elasticsearch", "ElasticSearch, Elastic Search, elastic-search, ELASTICSEARCH"),
    ("REST APIs", "REST API, RESTful, RESTful services, REST APIs, Web API, web APIs, RestAPI, REST-API"),
    ("Git", "git, GIT, Git"),
    ("Docker", "docker, Dockerfile, DOCKER"),
    ("Express", "Express.js, ExpressJS, express js, express.js"),
    ("GraphQL", "Graphql, GraphQl, Graph QL, GRAPHQL"),
    (".NET", ".Net, dotnet, DotNet, dot net, .NET Framework"),
    ("C++", "c++, C ++, CPP"),
    ("CI/CD", "CI/CD, CICD, CI-CD, continuous integration, Continuous Delivery"),
    ("Kubernetes", "K8s, k8s, kubernetes, Kubernetes"),
    ("scikit-learn", "scikit-learn, Scikit Learn, sklearn"),
]

LOOKALIKES = [
    ("soft hyphen", "Mongo\u00adDB", {"MongoDB"}),
    ("zero-width space", "Node\u200b.js", {"Node.js"}),
    ("zero-width joiner", "Post\u200dgreSQL", {"PostgreSQL"}),
    ("full-width", "Ｎｏｄｅ．ｊｓ", {"Node.js"}),
    ("ligature", "Overﬂow in Workﬂow and Tensorﬂow", {"TensorFlow"}),
    ("Cyrillic letters in Latin words", "Dосkеr and Роstgrеs", {"Docker", "PostgreSQL"}),
    ("Greek letters in Latin words", "Μοngο and Rediѕ", {"MongoDB", "Redis"}),
    ("non-breaking space", "Azure\u00a0Service\u00a0Bus", {"Azure Service Bus"}),
    ("non-breaking hyphen", "Node\u2011js", {"Node.js"}),
    ("mathematical letters", "𝐃𝐨𝐜𝐤𝐞𝐫", {"Docker"}),
    ("trade mark", "Docker™ and Kubernetes®", {"Docker", "Kubernetes"}),
    ("footnote", "Python² and Redis³", {"Python", "Redis"}),
    ("a Russian preposition is not C", "опыт с Docker, с Redis", {"Docker", "Redis"}),
]

NOTHING = [
    "Owned the go-to-market plan",
    "With the express written consent of the board",
    "Accountant at American Express",
    "Managed the rest of the team",
    "Joined in Spring 2021",
    "Built a nest egg for retirees",
    "Night manager, Azure Coast Hotel",
    "Restyled around the new Azure blue palette",
    "I express trade-offs plainly",
    "Ready to go on call one week in five",
    "Go to customers before the keyboard",
    "Rest assured that we react quickly",
    "Helped on the go",
    "Swift response to customers",
    "Sent SWIFT payments messages",
    "Head chef and puppet maker",
    "R&D lead",
    "Vitamin C research, Grade C buildings",
    "C-level reporting",
    "Worked at the Express Scripts pharmacy",
    "Studied angular momentum",
    "Shipped FedEx Express parcels",
    "Driver for Swift Transportation",
    "Walked the dog in the spring",
    "React to incidents calmly",
    "Nodes of the lymph system, lymph node",
    "Dart board league",
    "Apache helicopter mechanic",
    "Served mocha and chai",
    "Kept the vault and the helm",
    "Rust removal and prevention",
    "Pokemon Go champion",
    "Spark interest in reading",
    "Mean time to repair fell",
    "Lamp and lighting design",
    "No SQL",
]

AMBIGUOUS_IN_JOBS = [
    ("run with a strong name", "Built APIs with Node, Express and MongoDB", {"Node.js", "Express", "MongoDB"}),
    ("strong name on the line", "Pipeline processing with Kafka and Go, fewer charges", {"Kafka", "Go"}),
    ("strong name in the position", "Ran Kafka clusters\nMigrated the workers to Go last year", {"Kafka", "Go"}),
    ("capitals in mid-sentence", "Dashboards built with React", {"React"}),
    ("title", "Senior React Developer", {"React"}),
    ("weak title", "Go Engineer", {"Go"}),
    ("lower-case title", "golang and go developer", {"Go"}),
    ("what only code has", "Wrote Express middleware for Redis sessions", {"Express", "Redis"}),
    ("framework", "Spring framework", {"Spring"}),
    ("Spring Boot is no word", "Spring Boot 3", {"Spring Boot"}),
    ("React at the start", "React components with Redux", {"React", "Redux"}),
    ("tied to based", "A Rust-based parser beside Docker", {"Rust", "Docker"}),
    ("label and two weak ones", "Stack: React, Node", {"React", "Node.js"}),
    ("three weak ones", "go, express, rest", {"Go", "Express", "REST APIs"}),
    ("Azure alone", "Run 30 production clusters on Azure", {"Azure"}),
    ("lower-case Azure beside Docker", "deployed docker images to azure", {"Docker", "Azure"}),
    (
        "Service Bus beside Azure",
        "Provide Azure Functions and Service Bus templates",
        {"Azure Functions", "Azure Service Bus"},
    ),
    (
        "services after Azure",
        "Azure (Functions, Service Bus, Key Vault)",
        {"Azure", "Azure Functions", "Azure Service Bus", "Azure Key Vault"},
    ),
    ("Service Bus without Azure", "Enterprise service bus migration, Service Bus", set()),
    ("functions without Azure", "Python helper functions", {"Python"}),
    ("Lambda beside S3", "S3, Lambda and SQS", {"Amazon S3", "AWS Lambda", "Amazon SQS"}),
    ("Lambda in Java", "Java streams and lambda expressions", {"Java"}),
    ("letters between strong names", "Python, R and SQL", {"Python", "R", "SQL"}),
    ("C with C++", "C/C++ drivers", {"C", "C++"}),
    ("C language", "Wrote C programming exercises", {"C"}),
    ("TS beside names", "NestJS services in TS", {"NestJS", "TypeScript"}),
    ("JS and TS", "Tools: JS/TS", {"JavaScript", "TypeScript"}),
    ("REST in capitals", "Designed REST interfaces", {"REST APIs"}),
    ("REST and GraphQL", "REST and GraphQL APIs", {"REST APIs", "GraphQL"}),
    ("Java the island", "Born on Java island", set()),
    ("Kubernetes nodes", "Grew Kubernetes node pools", {"Kubernetes"}),
    ("American Express with MongoDB", "MongoDB for American Express", {"MongoDB"}),
    ("go on beside Docker", "Docker images go to production", {"Docker"}),
    ("rest beside Docker", "Moved Docker and the rest of it", {"Docker"}),
    ("Spring the season beside Java", "Java course, Spring 2021", {"Java"}),
    ("proper name beside a strong one", "Docker rollout at Spring Valley", {"Docker"}),
    ("all capitals title", "SENIOR NODE.JS DEVELOPER", {"Node.js"}),
    ("Lambda functions beside AWS", "Lambda functions in Python on AWS", {"AWS", "AWS Lambda", "Python"}),
    ("small service bus beside Azure", "Moved to service bus on Azure", {"Azure", "Azure Service Bus"}),
    ("years in a language", "3 years in Rust, 2 years in C", {"Rust", "C"}),
    ("letter between links", "R&D with R and Python", {"R", "Python"}),
    ("a whole line of two", "SOAP & REST", {"SOAP", "REST APIs"}),
    ("examples in a sentence", "Services such as go, Docker and express", {"Go", "Docker", "Express"}),
    ("good clinical practice", "ICH GCP guidelines", set()),
    ("postman by trade", "Postman at the parcel depot", set()),
    ("GitHub as a tool", "Reviewed pull requests on GitHub", {"GitHub"}),
]

AMBIGUOUS_IN_LISTS = [
    ("weak words only", "Go, Express, REST, Spring", {"Go", "Express", "REST APIs", "Spring"}),
    ("with a label", "Skills: Go, Express, REST, Spring", {"Go", "Express", "REST APIs", "Spring"}),
    (
        "short names",
        "Node, Nest, Mongo, Postgres, TS, Microsoft Azure",
        {"Node.js", "NestJS", "MongoDB", "PostgreSQL", "TypeScript", "Azure"},
    ),
    ("levels", "Go (advanced), Rust - basic, Swift 5", {"Go", "Rust", "Swift"}),
    ("one a line", "PostgreSQL\nGo\nExpress\nR", {"PostgreSQL", "Go", "Express", "R"}),
    ("letters", "C, R, Python", {"C", "R", "Python"}),
    ("sentences are no items", "Docker\nExpress delivery\nSpring cleaning\nSwift learner", {"Docker"}),
    ("separate by bullets", "React • Node • Express", {"React", "Node.js", "Express"}),
    ("GitHub in a list", "Git, GitHub, Jira", {"Git", "GitHub", "Jira"}),
    ("Azure services by the label", "Azure: Functions, App Service", {"Azure", "Azure Functions", "Azure App Service"}),
]

IMPLIED = [
    ("NestJS", {"Node.js"}),
    ("Express.js", {"Node.js"}),
    ("Next.js", {"React"}),
    ("Mongoose.js", {"MongoDB"}),
    ("Azure Service Bus", {"Azure"}),
    ("Azure Durable Functions", {"Azure Functions", "Azure"}),
    ("Azure DevOps", {"Azure"}),
    ("Application Insights", {"Azure"}),
    ("AZ-204", {"Azure"}),
    ("AZ 900", {"Azure"}),
    ("MERN stack", {"MongoDB", "Express", "React", "Node.js"}),
    ("MEAN stack", {"MongoDB", "Express", "Angular", "Node.js"}),
    ("MEVN", {"MongoDB", "Express", "Vue.js", "Node.js"}),
    ("Worked in GitHub", {"Git"}),
    ("Hosted on Bitbucket", {"Git"}),
    ("DynamoDB", {"AWS"}),
    ("ELK stack", {"Elasticsearch", "Kibana", "Logstash"}),
    ("Jest suites", {"Testing"}),
]

NOT_IMPLIED = [
    ("TypeScript", "JavaScript"),
    ("Node.js", "JavaScript"),
    ("GraphQL", "REST APIs"),
    ("GitHub Actions", "Git"),
    ("GitLab CI", "Git"),
    ("Kubernetes", "Docker"),
    ("Jest suites", "Unit testing"),
    ("JavaScript", "Java"),
    ("Azure", "Azure DevOps"),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in BOUNDARIES], ids=[row[0] for row in BOUNDARIES])
def test_names_end_where_their_signs_end(text: str, expected: set[str]) -> None:
    assert own(job(text)) == expected


@pytest.mark.parametrize(
    ("skill", "spelling"), [(skill, spelling) for skill, row in SPELLINGS for spelling in row.split(", ")]
)
def test_spellings_are_one_name(skill: str, spelling: str) -> None:
    assert skill in own(skills_list(f"Docker, {spelling}"))


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in LOOKALIKES], ids=[row[0] for row in LOOKALIKES])
def test_letters_that_look_alike_are_alike(text: str, expected: set[str]) -> None:
    assert own(job(text)) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_only_look_like_skills_are_nothing(text: str) -> None:
    assert own(job(text)) <= {"SQL"} if text == "No SQL" else own(job(text)) == set()


@pytest.mark.parametrize("text", NOTHING)
def test_words_are_no_skills_in_a_summary_either(text: str) -> None:
    assert own(summary(text)) <= {"SQL"}


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in AMBIGUOUS_IN_JOBS], ids=[r[0] for r in AMBIGUOUS_IN_JOBS]
)
def test_ambiguous_words_need_something_that_vouches(text: str, expected: set[str]) -> None:
    assert own(job(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in AMBIGUOUS_IN_LISTS], ids=[row[0] for row in AMBIGUOUS_IN_LISTS]
)
def test_a_list_of_skills_vouches_for_its_items(text: str, expected: set[str]) -> None:
    assert own(skills_list(text)) == expected


@pytest.mark.parametrize(("text", "implied"), IMPLIED, ids=[row[0] for row in IMPLIED])
def test_what_is_true_by_definition_is_implied(text: str, implied: set[str]) -> None:
    assert implied <= everything(job(text)) - own(job(text))


@pytest.mark.parametrize(("text", "skill"), NOT_IMPLIED, ids=[row[0] for row in NOT_IMPLIED])
def test_likelihood_is_not_implication(text: str, skill: str) -> None:
    assert skill not in everything(job(text))


def test_five_weak_words_of_one_trade_need_no_strong_one_in_a_list() -> None:
    assert own(job("Technologies: Spring, React, Node, Express, Rust")) == {
        "Spring",
        "React",
        "Node.js",
        "Express",
        "Rust",
    }


@pytest.mark.parametrize(
    "text", ["GitHub: ada", "LinkedIn | GitHub", "GitHub", "github.com/ada", "https://github.com/ada"]
)
def test_a_link_to_a_profile_is_not_git(text: str) -> None:
    assert everything(summary(text)) == set()
