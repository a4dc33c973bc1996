// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.preprocessing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.starfish.core.StarfishException;
import org.starfish.core.image.Fit;

class SidecarTest {
	private static final Preprocessing OWN = new Preprocessing("mine", ColorOrder.BGR, -0.5, 0.5,
			List.of(0.1, 0.2, 0.3), List.of(2.0), Fit.STRETCH);

	@TempDir
	private Path folder;

	private Path model;

	@BeforeEach
	void createModel() throws Exception {
		model = Files.createFile(folder.resolve("net.onnx"));
	}

	@Test
	void aModelWithoutSidecarHasNone() throws Exception {
		assertEquals(Optional.empty(), Sidecar.beside(model));
	}

	@Test
	void whatIsStoredComesBack() throws Exception {
		for (Preprocessing preprocessing : List.of(Preprocessing.CAFFE_BGR, OWN,
				Preprocessing.RAW.fitted(Fit.STRETCH))) {
			var sidecar = new Sidecar(Optional.of(preprocessing), Optional.of(folder.resolve("words.txt")));
			sidecar.store(model);
			assertEquals(Optional.of(sidecar), Sidecar.beside(model));
		}
	}

	@Test
	void labelsAreStoredRelativeToTheModel() throws Exception {
		new Sidecar(Optional.of(Preprocessing.RAW), Optional.of(folder.resolve("sub/words.txt"))).store(model);
		String json = Files.readString(folder.resolve("net.onnx.starfish"));
		assertTrue(json.contains("\"sub/words.txt\"") && json.contains("\"raw\""), json);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{}", "{\"schemaVersion\": \"1\"}", "{\"schemaVersion\": 2}",
			"{\"schemaVersion\": 1, \"preprocessing\": \"nonsense\"}", "{\"schemaVersion\": 1, \"preprocessing\": 7}",
			"{\"schemaVersion\": 1, \"preprocessing\": null}",
			"{\"schemaVersion\": 1, \"preprocessing\": {\"means\": 1}}",
			"{\"schemaVersion\": 1, \"preprocessing\": {\"deviation\": 0}}",
			"{\"schemaVersion\": 1, \"preprocessing\": {\"deviation\": [1, 1]}}",
			"{\"schemaVersion\": 1, \"preprocessing\": {\"deviation\": [1, 1, 1, 1]}}",
			"{\"schemaVersion\": 1, \"preprocessing\": {\"mean\": 1e999}}",
			"{\"schemaVersion\": 1, \"preprocessing\": {\"mean\": [[]]}}",
			"{\"schemaVersion\": 1, \"preprocessing\": {\"lower\": 255}}",
			"{\"schemaVersion\": 1, \"preprocessing\": {\"order\": \"CMYK\"}}",
			"{\"schemaVersion\": 1, \"preprocessing\": {\"name\": 5}}", "{\"schemaVersion\": 1, \"labels\": 5}",
			"{\"schemaVersion\": 1, \"labels\": \"a\\u0000b\"}", "{\"schemaVersion\": 1" })
	void damagedSidecarsAreRefusedInOneSentenceThatNamesTheFile(String json) throws Exception {
		Files.writeString(Sidecar.file(model), json);
		String message = assertThrows(StarfishException.class, () -> Sidecar.beside(model)).getMessage();
		assertTrue(message.contains("net.onnx.starfish") && message.endsWith(".") && !message.contains("\n"), message);
	}

	@Test
	void aSidecarOfAnotherKindOfFileIsRefused() throws Exception {
		Files.createDirectory(Sidecar.file(model));
		assertThrows(StarfishException.class, () -> Sidecar.beside(model));
	}

	@Test
	void aPreprocessingIsLoadedByNameFromItsOwnFileAndFromASidecar() throws Exception {
		assertEquals(Preprocessing.MINUS_ONE_ONE, Preprocessing.load("minus-one-one"));
		Path own = folder.resolve("own.json");
		Files.writeString(own, PreprocessingJson.write(OWN).toString());
		assertEquals(OWN, Preprocessing.load(own.toString()));
		new Sidecar(Optional.of(OWN), Optional.empty()).store(model);
		assertEquals(OWN, Preprocessing.load(Sidecar.file(model).toString()));
		Files.writeString(own, "\"zero-one\"");
		assertEquals(Preprocessing.ZERO_ONE, Preprocessing.load(own.toString()));
	}

	@Test
	void anUnknownNameListsThePresets() {
		String message = assertThrows(StarfishException.class, () -> Preprocessing.load("cafe-bgr\0")).getMessage();
		assertTrue(message.contains("caffe-bgr, vgg-bgr"), message);
	}
}
