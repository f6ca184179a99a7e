"""The nouns of screening, as frozen dataclasses; imports nothing of ours but itself."""
