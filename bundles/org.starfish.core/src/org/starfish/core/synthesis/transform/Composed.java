// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.transform;

import java.util.ArrayList;
import java.util.List;

import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.Step;

/** Several transforms, one after the other. */
public final class Composed implements Transform {
	private final List<Transform> transforms;
	/** What the transforms but the last leave; the gradients on the way back go into the same arrays. */
	private final List<Picture> between = new ArrayList<>();

	/**
	 * @param channels of the pictures
	 */
	public Composed(List<Transform> transforms, int channels) {
		this.transforms = List.copyOf(transforms);
		for (int i = 1; i < transforms.size(); i++) {
			between.add(new Picture(1, 1, channels));
		}
	}

	@Override
	public void apply(Picture picture, Picture view, Step step) {
		if (transforms.isEmpty()) {
			view.set(picture);
		}
		for (int i = 0; i < transforms.size(); i++) {
			Picture from = i == 0 ? picture : between.get(i - 1);
			Picture to = i == transforms.size() - 1 ? view : between.get(i);
			transforms.get(i).apply(from, to, step);
		}
	}

	@Override
	public void backward(Picture viewGradient, Picture pictureGradient) {
		if (transforms.isEmpty()) {
			pictureGradient.set(viewGradient);
		}
		for (int i = transforms.size() - 1; i >= 0; i--) {
			Picture from = i == transforms.size() - 1 ? viewGradient : between.get(i);
			Picture to = i == 0 ? pictureGradient : between.get(i - 1);
			transforms.get(i).backward(from, to);
		}
	}
}
