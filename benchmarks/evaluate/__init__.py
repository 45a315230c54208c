"""How far markers and voices agree with what people marked: ``python -m benchmarks.evaluate``."""
