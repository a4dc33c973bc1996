// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Preset;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.testkit.TestData;

/** Does docs/synthesis.md say what the program does? */
class SynthesisDocumentTest {
	private static String document() throws IOException {
		return Files.readString(TestData.projectRoot().resolve("docs/synthesis.md")).replace("\r\n", "\n");
	}

	@ParameterizedTest
	@EnumSource
	void everyParameterHasItsRow(Parameter parameter) throws IOException {
		String row = "| `%s` | %s | %s | %s | %s | %s |".formatted(parameter.label(), parameter.range(),
				parameter.neutral(), parameter.unit(), parameter.isLive() ? "yes" : "", parameter.help());
		assertTrue(document().lines().anyMatch(row::equals), () -> "docs/synthesis.md lacks this row: " + row);
	}

	@Test
	void noRowIsOfAParameterThatIsGone() throws IOException {
		String table = document().substring(document().indexOf("\n## Parameters\n"));
		List<String> rows = Pattern.compile("^\\| `(\\w+)`", Pattern.MULTILINE).matcher(table).results()
				.map(row -> row.group(1)).sorted().toList();
		assertEquals(Arrays.stream(Parameter.values()).map(Parameter::label).sorted().toList(), rows);
	}

	static List<Preset> presets() {
		return Presets.ALL;
	}

	@ParameterizedTest
	@MethodSource("presets")
	void everyPresetIsNamed(Preset preset) throws IOException {
		// Those of one table are named together.
		String name = preset.name().startsWith("yosinski-") ? "yosinski-1` to `yosinski-4" : preset.name();
		assertTrue(document().contains("`" + name + "`"), preset.name());
	}

	@ParameterizedTest
	@EnumSource
	void everyDiagnosisIsExplained(Diagnosis diagnosis) throws IOException {
		String name = diagnosis.name().toLowerCase(Locale.ROOT).replace('_', ' ');
		assertTrue(document().contains("\n| " + name + " | "), name);
	}
}
