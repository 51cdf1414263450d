"""Rule packs, questions and dates as they are read from resources/rules."""
