package io.github.neuralstyle;

/** How long to work on a picture: the steps at each of its scales. */
public enum Preset {
	DRAFT(30), STANDARD(100), HIGH(300);

	private final int steps;

	Preset(int steps) {
		this.steps = steps;
	}

	public int steps() {
		return steps;
	}
}
