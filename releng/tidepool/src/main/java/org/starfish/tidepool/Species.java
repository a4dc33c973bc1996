// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

/** The ten classes, in the order of the network's outputs. */
enum Species {
	STARFISH("starfish", new Starfish(), true),
	URCHIN("urchin", new Urchin(), true),
	BRAIN_CORAL("brain coral", new BrainCoral(), true),
	ANEMONE("anemone", new Anemone(), true),
	JELLYFISH("jellyfish", new Jellyfish(), false),
	SPIRAL_SHELL("spiral shell", new SpiralShell(), true),
	STRIPED_FISH("striped fish", new StripedFish(), false),
	SEAWEED("seaweed", new Seaweed(), true),
	PEBBLES("pebbles", new Pebbles(), true),
	BUBBLES("bubbles", new Bubbles(), false);

	/** How the class is called in the label file. */
	final String label;
	final Creature creature;
	/** Whether it lies on the ground rather than in open water. */
	final boolean grounded;

	Species(String label, Creature creature, boolean grounded) {
		this.label = label;
		this.creature = creature;
		this.grounded = grounded;
	}
}
