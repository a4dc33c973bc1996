// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.mixture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.model.Model;
import org.starfish.core.network.Layer;

/** What layers answer to a group, against numbers worked out by hand. */
class GroupResponseTest {
	@TempDir
	Path folder;

	private static GroupResponse respond(Model model, List<Layer> layers, List<Path> images) throws StarfishException {
		return GroupResponse.of(model, layers, images, "looking", Progress.NONE);
	}

	private Path picture(String name, int... rgb) throws IOException {
		return PlainNetwork.picture(folder.resolve(name), rgb);
	}

	@Test
	void meansAndDeviationsAreOverTheImages() throws Exception {
		Model model = PlainNetwork.model();
		List<Layer> layers = PlainNetwork.layers(model, "relu1", "fc6");
		// A tenth of red is 3, 5 and 10 on average over the positions; a tenth of green is 2 in one of them.
		List<Path> images = List.of(picture("a.png", 0x000000, 0x140000, 0x280000, 0x3c0000),
				picture("b.png", 0x320000), picture("c.png", 0x641400));
		GroupResponse response = respond(model, layers, images);
		assertEquals(3, response.images());
		assertEquals(6, response.mean(layers.get(0), 0), 1e-6);
		assertEquals(Math.sqrt((9 + 1 + 16) / 2.0), response.deviation(layers.get(0), 0), 1e-6);
		assertEquals(2.0 / 3, response.mean(layers.get(0), 1), 1e-6);
		assertEquals(Math.sqrt(4.0 / 3), response.deviation(layers.get(0), 1), 1e-6);
		assertEquals(100, response.mean(layers.get(0), 2), 1e-5);
		assertEquals(0, response.deviation(layers.get(0), 2), 1e-5);
		// Dense layers have no positions to average over.
		assertEquals(24, response.mean(layers.get(1), 2), 1e-5);
		assertEquals(4 * Math.sqrt(13), response.deviation(layers.get(1), 2), 1e-5);
	}

	@Test
	void oneImageDeviatesFromNothing() throws Exception {
		Model model = PlainNetwork.model();
		List<Layer> layers = PlainNetwork.layers(model, "relu1");
		GroupResponse response = respond(model, layers, List.of(picture("a.png", 0x320000)));
		assertEquals(5, response.mean(layers.get(0), 0), 1e-6);
		assertEquals(0, response.deviation(layers.get(0), 0));
	}

	@Test
	void aBadImageAmongManyIsNamed() throws Exception {
		Model model = PlainNetwork.model();
		Path bad = Files.writeString(folder.resolve("third.png"), "no picture");
		List<Path> images = List.of(picture("first.png", 0), picture("second.png", 0), bad, picture("fourth.png", 0));
		var error = assertThrows(StarfishException.class,
				() -> respond(model, PlainNetwork.layers(model, "relu1"), images));
		assertEquals(bad + " is not a picture that can be read; use PNG, JPEG, BMP, GIF or TIFF.", error.getMessage());
	}

	@Test
	void cancellingStopsBeforeTheNextImage() throws Exception {
		Model model = PlainNetwork.model();
		List<Path> images = List.of(picture("a.png", 0), picture("b.png", 0), folder.resolve("missing.png"),
				picture("d.png", 0));
		List<Double> reported = new ArrayList<>();
		assertThrows(CancellationException.class,
				() -> GroupResponse.of(model, PlainNetwork.layers(model, "relu1"), images, "looking", (task, fraction) -> {
					reported.add(fraction);
					if (reported.size() == 3) {
						throw new CancellationException();
					}
				}));
		assertEquals(List.of(0.0, 0.25, 0.5), reported);
	}
}
