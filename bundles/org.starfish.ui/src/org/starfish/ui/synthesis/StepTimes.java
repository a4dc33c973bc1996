// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;
import org.starfish.core.network.Layer;
import org.starfish.core.synthesis.Schedule;

/**
 * How long steps have taken on this computer, as previews and syntheses have measured it. Only what was measured is told, for the
 * same layers of the same model file. For the thread of the user interface.
 */
public final class StepTimes {
	private static final String SECTION = "StepTimes";
	private static final double MEGAPIXEL = 1e6;

	private final IDialogSettings settings;

	private StepTimes(IDialogSettings settings) {
		this.settings = settings;
	}

	/** Those that the workspace remembers. */
	public static StepTimes ofWorkspace() {
		IDialogSettings all = PlatformUI.getDialogSettingsProvider(FrameworkUtil.getBundle(StepTimes.class))
				.getDialogSettings();
		IDialogSettings section = all.getSection(SECTION);
		return new StepTimes(section == null ? all.addNewSection(SECTION) : section);
	}

	/**
	 * Steps have been measured.
	 *
	 * @param layers that the objective reads
	 * @param seconds a step, for a million pixels that the network is shown
	 */
	public void measured(Path model, Set<Layer> layers, double seconds) {
		settings.put(key(model, layers), seconds);
	}

	/** Measures a synthesis as it runs. */
	public void watch(SynthesisRun run, Path model, Schedule schedule) {
		run.addListener(new Runnable() {
			@Override
			public void run() {
				run.advance().filter(at -> !run.steering().isPaused()).ifPresent(at -> at.stepsPerSecond().filter(speed -> speed > 0).ifPresent(speed -> measured(model,
						schedule.layers(), MEGAPIXEL / (speed * schedule.stages().get(at.octave() - 1).viewPixels()))));
				if (run.isOver()) {
					run.removeListener(this);
				}
			}
		});
	}

	/** How many seconds an ascent will take; empty if nothing of the kind has been measured. */
	public OptionalDouble of(Path model, Schedule schedule) {
		return Optional.ofNullable(settings.get(key(model, schedule.layers()))).map(StepTimes::number)
				.map(seconds -> OptionalDouble.of(seconds * schedule.viewPixels() / MEGAPIXEL)).orElse(OptionalDouble.empty());
	}

	private static Double number(String stored) {
		try {
			return Double.valueOf(stored);
		} catch (NumberFormatException e) {
			// Somebody has changed the file; it will be measured again.
			return null;
		}
	}

	private static String key(Path model, Set<Layer> layers) {
		return model + "|" + layers.stream().map(Layer::name).collect(Collectors.toCollection(TreeSet::new));
	}
}
