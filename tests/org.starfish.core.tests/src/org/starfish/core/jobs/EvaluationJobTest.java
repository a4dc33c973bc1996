// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.starfish.core.MemoryLimit;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.activation.ActivationSession;
import org.starfish.core.evaluation.CrossCheck;
import org.starfish.core.evaluation.Evaluation;
import org.starfish.core.evaluation.PhotoComparison;
import org.starfish.core.evaluation.UnitActivation;
import org.starfish.core.image.PngWriter;
import org.starfish.core.image.RgbImage;
import org.starfish.core.importing.ModelImporters;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.model.OpenNetworks;
import org.starfish.core.model.StepwiseImporter;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.Target;

@Timeout(60)
class EvaluationJobTest {
	private static final RgbImage PICTURE = RgbImage.filled(12, 16, 0xff8000);

	@TempDir
	private Path folder;
	private final Object owner = new Object();
	private OpenNetworks networks;
	private Path model;

	/** Writes down what it is told. */
	private static final class Notes implements EvaluationListener {
		final List<Evaluation> evaluations = new ArrayList<>();
		final List<PhotoComparison> comparisons = new ArrayList<>();
		List<CrossCheck> crossChecks;
		String failure;
		Runnable atPhoto = () -> {
		};

		@Override
		public void evaluated(Evaluation evaluation) {
			evaluations.add(evaluation);
		}

		@Override
		public void crossChecked(List<CrossCheck> all) {
			crossChecks = all;
		}

		@Override
		public void compared(PhotoComparison comparison) {
			comparisons.add(comparison);
			atPhoto.run();
		}

		@Override
		public void failed(String sentence) {
			failure = sentence;
		}
	}

	@BeforeEach
	void writeAModel() throws IOException {
		model = Files.writeString(folder.resolve("some.model"), "some bytes");
		Files.writeString(folder.resolve("some.model.labels"), "crab\nstarfish, sea star\nwhale\nseal\n");
		networks = new OpenNetworks(new ModelImporters(List.of(new StepwiseImporter())), MemoryLimit.ofVirtualMachine());
	}

	@AfterEach
	void nothingIsLeft() {
		assertEquals(0, Job.getJobManager().find(CoreJob.FAMILY).length);
		assertEquals(List.of(), networks.files());
	}

	private static Recipe recipe(String unit) throws StarfishException {
		return new Recipe(new Recipe.FileReference("some.model", ""), Preprocessing.ZERO_ONE,
				new Target.OfUnit(UnitAddress.parse(unit)), Optional.empty(), "lucid", Parameters.NEUTRAL, 3,
				Optional.empty(), new Recipe.EngineChoice("any", 1), "test");
	}

	private Notes gather(String unit, List<Path> photos) throws Exception {
		var notes = new Notes();
		EvaluationJob job = EvaluationJob.of("Evaluation", owner, networks, model, recipe(unit), PICTURE, () -> photos, notes);
		job.schedule();
		job.join();
		return notes;
	}

	private double mean(RgbImage picture, String layer, int channel) throws StarfishException {
		try (OpenNetwork open = networks.open(model, Progress.NONE)) {
			var session = new ActivationSession(open, MemoryLimit.ofVirtualMachine());
			return session.activation(session.prepare(picture, Preprocessing.ZERO_ONE), layer, Progress.NONE)
					.statistics(channel).mean();
		}
	}

	@Test
	void theUnitsOfTheLayerAreEvaluated() throws Exception {
		Evaluation evaluation = gather("conv:1", List.of()).evaluations.get(0);
		double[] means = new double[4];
		for (int channel = 0; channel < 4; channel++) {
			means[channel] = mean(PICTURE, "conv", channel);
		}
		assertEquals(means[1], evaluation.reached(), 1e-4);
		assertEquals(1 + IntStream.range(0, 4).filter(channel -> means[channel] > means[1]).count(), evaluation.rank());
		assertEquals(3, evaluation.others().size());
		for (UnitActivation other : evaluation.others()) {
			assertEquals(means[Integer.parseInt(other.unit().channel())], other.value(), 1e-4);
		}
		assertTrue(evaluation.others().get(0).value() >= evaluation.others().get(2).value());
	}

	@Test
	void photosAreComparedOneByOne() throws Exception {
		List<Path> photos = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			photos.add(Files.write(folder.resolve(i + ".png"), PngWriter.encode(RgbImage.filled(8, 8, 0x202020 * (i + 1)))));
		}
		photos.add(1, Files.writeString(folder.resolve("broken.png"), "no picture"));
		Notes notes = gather("conv:1", photos);
		assertEquals(List.of(1, 2, 3), notes.comparisons.stream().map(each -> each.photos().size()).toList());
		PhotoComparison last = notes.comparisons.getLast();
		assertEquals(4, last.total());
		assertEquals(mean(RgbImage.filled(8, 8, 0x404040), "conv", 1), last.median(), 1e-4);
		assertTrue(last.minimum() <= last.median() && last.median() <= last.best().value());
		assertEquals(2, last.below(last.best().value()));
	}

	@Test
	void atMostFiftyPhotosAreChosenEvenly() {
		List<Path> many = IntStream.range(0, 120).mapToObj(i -> Path.of("p" + i)).toList();
		List<Path> chosen = PhotoComparison.chosen(many);
		assertEquals(50, chosen.size());
		assertEquals(many.get(0), chosen.get(0));
		assertEquals(many.get(117), chosen.getLast());
		assertEquals(List.of(many.get(5)), PhotoComparison.chosen(List.of(many.get(5))));
	}

	@Test
	void cancelledItComparesNoMore() throws Exception {
		List<Path> photos = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			photos.add(Files.write(folder.resolve(i + ".png"), PngWriter.encode(RgbImage.filled(8, 8, i))));
		}
		var notes = new Notes();
		EvaluationJob job = EvaluationJob.of("Evaluation", owner, networks, model, recipe("conv:1"), PICTURE, () -> photos, notes);
		notes.atPhoto = () -> Job.getJobManager().cancel(owner);
		job.schedule();
		job.join();
		assertEquals(IStatus.CANCEL, job.getResult().getSeverity());
		assertEquals(1, notes.comparisons.size());
	}

	@Test
	void anotherOpenNetworkThatKnowsTheClassIsAsked() throws Exception {
		Path other = Files.writeString(folder.resolve("other.model"), "other bytes");
		Files.writeString(folder.resolve("other.model.labels"), "sea star\nurchin\ncrab\nkelp\n");
		Path stranger = Files.writeString(folder.resolve("stranger.model"), "bytes");
		Files.writeString(folder.resolve("stranger.model.labels"), "cat\ndog\ncow\nhen\n");
		try (OpenNetwork second = networks.open(other, Progress.NONE);
				OpenNetwork third = networks.open(stranger, Progress.NONE)) {
			CrossCheck crossCheck = CrossCheck.of(second, "starfish, sea star", PICTURE, Progress.NONE).orElseThrow();
			assertEquals("other.model sea star", crossCheck.model() + ' ' + crossCheck.label());
			assertEquals(Optional.empty(), CrossCheck.of(third, "starfish, sea star", PICTURE, Progress.NONE));
			assertEquals(List.of(), gather("conv:1", List.of()).crossChecks, "a channel that is no class");
		}
	}

	@Test
	void aUnitThatIsNotThereIsSaid() throws Exception {
		Notes notes = gather("conv:9", List.of());
		assertTrue(notes.failure.contains("0 to 3"), notes.failure);
	}

	@Test
	void aGrowingPictureIsAskedAboutUntilItIsCancelled() throws Exception {
		var notes = new Notes();
		var asked = new AtomicInteger();
		var twice = new CountDownLatch(2);
		EvaluationJob job = EvaluationJob.growing("Evaluation", owner, networks, model, recipe("conv:1"), () -> {
			twice.countDown();
			return Optional.of(RgbImage.filled(8, 8, asked.incrementAndGet()));
		}, notes);
		job.schedule();
		twice.await();
		job.cancel();
		job.join();
		assertEquals(asked.get(), notes.evaluations.size() + (notes.evaluations.size() < asked.get() ? 1 : 0));
		assertFalse(notes.evaluations.isEmpty());
		assertEquals(Job.NONE, job.getState());
	}

	@Test
	void whatDoesNotGrowAnyMoreIsAskedAboutNoMore() throws Exception {
		var notes = new Notes();
		EvaluationJob job = EvaluationJob.growing("Evaluation", owner, networks, model, recipe("conv:1"), Optional::empty, notes);
		job.schedule();
		job.join();
		assertEquals(List.of(), notes.evaluations);
		assertEquals(Job.NONE, job.getState());
	}
}
