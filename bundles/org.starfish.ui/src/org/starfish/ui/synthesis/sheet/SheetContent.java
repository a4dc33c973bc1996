// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.sheet;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.starfish.core.synthesis.ContactSheet;
import org.starfish.core.synthesis.ContactSheet.Entry;
import org.starfish.core.synthesis.ContactSheet.Result;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.ui.synthesis.SynthesisQueue;
import org.starfish.ui.synthesis.SynthesisRun;
import org.starfish.ui.synthesis.SynthesisRun.Advance;
import org.starfish.ui.synthesis.SynthesisRun.State;
import org.starfish.ui.synthesis.editor.Numbers;
import org.starfish.ui.synthesis.sheet.SheetTile.Kind;

/**
 * What a sheet shows: what its file lists, and what is being drawn of it. Tiles are made when they are looked at, so that a
 * thousand cost nothing.
 *
 * @param file of the sheet
 * @param sheet what it lists
 * @param queue that draws its pictures, if that is so
 */
record SheetContent(Path file, ContactSheet sheet, Optional<SynthesisQueue> queue) {
	/** How many pictures there are. */
	int count() {
		return sheet.entries().size();
	}

	/** How many are drawn, also those that were stopped. */
	int drawn() {
		return (int) sheet.entries().stream().filter(entry -> entry.result().isPresent()).count();
	}

	/** How many there will not be. */
	int failed() {
		return (int) sheet.entries().stream().filter(entry -> entry.trouble().isPresent()).count();
	}

	/** Which picture is being drawn; -1 for none. */
	int running() {
		Optional<String> current = queue.flatMap(SynthesisQueue::current)
				.map(run -> RecipeFile.relative(run.request().path(), file));
		List<Entry> entries = sheet.entries();
		for (int i = 0; current.isPresent() && i < entries.size(); i++) {
			if (entries.get(i).picture().equals(current.get())) {
				return i;
			}
		}
		return -1;
	}

	/** A picture, as it stands now. */
	SheetTile tile(int index) {
		Entry entry = sheet.entries().get(index);
		Optional<Path> found = picture(entry);
		if (found.isEmpty()) {
			return failed(file, entry, NLS.bind(Messages.SheetContent_noName, entry.picture()));
		}
		Path picture = found.get();
		if (entry.trouble().isPresent()) {
			return failed(picture, entry, entry.trouble().get());
		}
		if (entry.result().isPresent()) {
			return new SheetTile(picture, entry.label(), Kind.DRAWN, reached(entry.result().get()), Optional.empty(),
					Optional.empty(), 1);
		}
		Optional<SynthesisRun> run = queue.flatMap(drawing -> drawing.run(picture)).filter(drawing -> !drawing.isOver());
		if (run.isEmpty()) {
			return new SheetTile(picture, entry.label(), Kind.DRAWN, "", Optional.empty(), Optional.empty(), 1);
		}
		if (run.get().state() == State.WAITING) {
			return new SheetTile(picture, entry.label(), Kind.WAITING, Messages.SheetContent_waiting, Optional.empty(), run,
					0);
		}
		Optional<Advance> advance = run.get().advance();
		return new SheetTile(picture, entry.label(), Kind.RUNNING,
				advance.map(now -> NLS.bind(Messages.SheetContent_step, now.step(), now.total()))
						.orElse(Messages.SheetContent_beginning),
				Optional.empty(), run, advance.map(now -> (double) now.step() / now.total()).orElse(0.0));
	}

	private static SheetTile failed(Path picture, Entry entry, String sentence) {
		return new SheetTile(picture, entry.label(), Kind.FAILED, Messages.SheetContent_failed, Optional.of(sentence),
				Optional.empty(), 0);
	}

	private static String reached(Result result) {
		String score = Numbers.plain(result.score());
		if (result.stopped()) {
			return NLS.bind(Messages.SheetContent_stopped, score);
		}
		return NLS.bind(result.rank() > 0 ? Messages.SheetContent_reachedRank : Messages.SheetContent_reached, score,
				result.rank());
	}

	/** Empty if no file can have that name. */
	private Optional<Path> picture(Entry entry) {
		try {
			return Optional.of(file.resolveSibling(entry.picture()).normalize());
		} catch (InvalidPathException e) {
			return Optional.empty();
		}
	}
}
