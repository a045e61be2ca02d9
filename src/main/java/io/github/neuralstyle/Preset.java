package io.github.neuralstyle;

/** How long to work on a picture: the steps at each of its scales. */
public enum Preset {
	DRAFT(30), STANDARD(100), HIGH(300);

	private final int steps;

	Preset(int steps) {
		this.steps = steps;
	}

	/** The preset of a name, in any case. @throws IllegalArgumentException naming all if there is none */
	public static Preset of(String name) {
		for (Preset preset : values())
			if (preset.name().equalsIgnoreCase(name))
				return preset;
		throw new IllegalArgumentException("preset is " + name + "; it must be draft, standard or high.");
	}

	/** Steps of the optimiser at each scale. */
	public int steps() {
		return steps;
	}
}
