// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.starfish.core.synthesis.recipe.RecipeFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a picture again. */
@Command(name = "replay", mixinStandardHelpOptions = true, description = "Draws a picture again from the recipe that it carries: the same bytes on the same machine.")
final class ReplayCommand implements Callable<Integer> {
	@Parameters(index = "0", paramLabel = "PICTURE", description = "A picture that Starfish has synthesized, or its recipe.")
	private Path source;

	@Option(names = "--out", paramLabel = "PNG", description = "Where to write the picture; otherwise beside the first one, as .replay.png.")
	private Path picture;

	@Option(names = "--model", paramLabel = "MODEL", description = "Where the model lies, if not where the recipe says.")
	private String model;

	@Option(names = "--json", description = "Print the result as JSON.")
	private boolean json;

	@Mixin
	private OutputOption output;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() throws Exception {
		Path target = picture;
		if (target == null) {
			String name = source.getFileName() == null ? "" : source.getFileName().toString();
			target = source.resolveSibling(name.replaceAll("(?i)(\\.png|\\.recipe\\.json)$", "") + ".replay.png");
		}
		return new Replay(spec, source, Optional.ofNullable(model), RecipeFile.at(target, output.force()), json).run();
	}
}
