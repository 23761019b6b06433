"""Articles written otherwise in ways that must not change their scores: what `analysis.evaluation.invariance` tries."""
