"""A job posting -> what it asks for: lines, statements, mentions, and how much each is wanted."""
