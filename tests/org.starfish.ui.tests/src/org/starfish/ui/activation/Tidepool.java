// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.nio.file.Path;

import org.starfish.core.MemoryLimit;
import org.starfish.core.activation.ActivationSession;
import org.starfish.core.activation.LayerActivation;
import org.starfish.core.image.ImageReader;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.model.ModelFacts;
import org.starfish.core.model.OpenNetwork;
import org.starfish.testkit.TestData;

/** The example network and its pictures, as they lie in the project. */
public final class Tidepool {
	private static final Path FOLDER = TestData.projectRoot().resolve("bundles/org.starfish.examples/tidepool");

	private Tidepool() {
	}

	/** The model file. */
	public static Path model() {
		return FOLDER.resolve("tidepool.zip");
	}

	/** One of its pictures. */
	public static Path picture(String name) {
		return FOLDER.resolve("images").resolve(name);
	}

	/** What a layer answers to a picture. */
	public static LayerActivation answer(String layer, String picture) throws Exception {
		try (OpenNetwork open = SharedNetworks.get().open(model(), (task, fraction) -> { })) {
			var session = new ActivationSession(open, MemoryLimit.ofVirtualMachine());
			return session.activation(session.prepare(ImageReader.read(picture(picture)), open.model().preprocessing()), layer,
					(task, fraction) -> { });
		}
	}

	/** The name of the layer that the editor shows first. */
	public static String firstLayer() throws Exception {
		try (OpenNetwork open = SharedNetworks.get().open(model(), (task, fraction) -> { })) {
			return FirstLayer.of(ModelFacts.of(open.network()));
		}
	}
}
