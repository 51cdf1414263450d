"""What the rules say: findings, the questions they ask, ways out, gauges."""
