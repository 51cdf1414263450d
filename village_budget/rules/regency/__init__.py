"""What a regency lays over the national rules and forms."""
