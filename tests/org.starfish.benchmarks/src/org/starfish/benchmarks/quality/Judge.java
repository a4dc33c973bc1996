// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.quality;

import java.util.Set;

import org.starfish.benchmarks.SampleModel;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.image.Fit;
import org.starfish.core.image.Resampler;
import org.starfish.core.image.RgbImage;
import org.starfish.core.model.Model;

/** A network that says what pictures show. */
public final class Judge implements AutoCloseable {
	private final Model model;
	private final Plan plan;

	/**
	 * What it thinks of a picture.
	 *
	 * @param probability of the class asked for
	 * @param rank of that class, from 1
	 */
	public record Verdict(double probability, int rank) {
	}

	/**
	 * @param file of a model of the test data
	 * @throws StarfishException if it is not there
	 */
	public Judge(String file) throws StarfishException {
		model = SampleModel.open(file);
		plan = Engine.compile(model.network(),
				new PlanRequest(Set.of(model.output()), model.network().inputShape(), 1, false));
	}

	/** How sure it is that a picture shows a class. */
	public Verdict of(RgbImage picture, int category) throws StarfishException {
		plan.forward(model.preprocessing().toInput(picture, model.network().inputShape()));
		float[] answer = plan.activation(model.output());
		int rank = 1;
		for (float other : answer) {
			rank += other > answer[category] ? 1 : 0;
		}
		return new Verdict(answer[category], rank);
	}

	/** The same of a picture that has lost its finest detail: reduced to half its size and enlarged again. */
	public Verdict ofReduced(RgbImage picture, int category) throws StarfishException {
		RgbImage half = Resampler.resize(picture, picture.width() / 2, picture.height() / 2, Fit.STRETCH);
		return of(Resampler.resize(half, picture.width(), picture.height(), Fit.STRETCH), category);
	}

	@Override
	public void close() {
		plan.close();
	}
}
