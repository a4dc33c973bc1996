// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.Target;

class ScheduleTest {
	private static final Parameters PARAMETERS = Parameters.NEUTRAL.with(Parameter.STEPS, 2)
			.with(Parameter.OCTAVES, 3).with(Parameter.OCTAVE_SCALE, 1.4).with(Parameter.VIEWS, 2);

	@ParameterizedTest
	@CsvSource({ "own, false, 0", "network, false, 0", "own, true, 0", "own, false, 40", "own, true, 40" })
	void theAscentKeepsToIt(String view, boolean fixedSize, int size) throws StarfishException {
		var network = new SmallNetwork(24, 32, 3, fixedSize, Preprocessing.ZERO_ONE, 1);
		Parameters parameters = PARAMETERS.with(Parameter.OCTAVE_VIEW, view).with(Parameter.SIZE, size);
		Recipe recipe = network.recipe("fc:1", parameters, 1);
		List<String> seen = new ArrayList<>();
		var ascent = new GradientAscent(network.network(), request -> {
			seen.add(request.inputShape().width() + "x" + request.inputShape().height());
			return Engine.compile(network.network(), request);
		});
		List<Integer> drawn = new ArrayList<>();
		ascent.run(recipe, Optional.empty(), frame -> drawn.add(frame.picture().get().height()));
		Schedule schedule = Schedule.of(network.network(), recipe.target(), parameters);
		assertEquals(drawn.stream().distinct().toList(), schedule.stages().stream().map(Schedule.Stage::height).toList());
		assertEquals(seen, schedule.stages().stream().map(stage -> stage.viewWidth() + "x" + stage.viewHeight()).distinct()
				.toList());
		assertEquals(drawn.size(), schedule.steps());
	}

	@Test
	void theWorkIsWhatTheNetworkIsShown() throws StarfishException {
		var network = new SmallNetwork(24, 32, 3, true, Preprocessing.ZERO_ONE, 1);
		Schedule schedule = Schedule.of(network.network(), network.recipe("fc:1", PARAMETERS, 1).target(), PARAMETERS);
		assertEquals(3 * 2 * 2 * 24 * 32, schedule.viewPixels());
		assertEquals(24, schedule.last().height());
	}

	@Test
	void aTargetThatIsNotThereHasNone() throws StarfishException {
		var network = SmallNetwork.ordinary();
		var target = new Target.OfUnit(new UnitAddress("fc", "99", Optional.empty()));
		assertThrows(StarfishException.class, () -> Schedule.of(network.network(), target, PARAMETERS));
	}
}
