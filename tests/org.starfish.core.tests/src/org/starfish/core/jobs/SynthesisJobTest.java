// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;

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
import org.starfish.core.activation.LayerActivation;
import org.starfish.core.activation.Predictions;
import org.starfish.core.activation.PreparedInput;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.RgbImage;
import org.starfish.core.importing.ModelImporters;
import org.starfish.core.model.ModelFile;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.model.OpenNetworks;
import org.starfish.core.model.StepwiseImporter;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.core.synthesis.Checkpoint;
import org.starfish.core.synthesis.CheckpointFile;
import org.starfish.core.synthesis.Frame;
import org.starfish.core.synthesis.GradientAscent;
import org.starfish.core.synthesis.Steering;
import org.starfish.core.synthesis.StepListener;
import org.starfish.core.synthesis.Synthesis;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.core.synthesis.recipe.RecipeReferences;
import org.starfish.core.synthesis.recipe.Target;

@Timeout(60)
class SynthesisJobTest {
	private static final MemoryLimit LIMIT = MemoryLimit.ofVirtualMachine();
	private static final Parameters SHORT = Presets.LUCID.parameters().with(Parameter.STEPS, 6);

	@TempDir
	private Path folder;
	private final Object owner = new Object();
	private final StepwiseImporter importer = new StepwiseImporter();
	private OpenNetworks networks;
	private SynthesisStore store;
	private ModelFile model;

	/** Writes down what it is told. */
	private static final class Notes implements SynthesisListener {
		final List<String> told = Collections.synchronizedList(new ArrayList<>());
		final List<Synthesis> syntheses = new ArrayList<>();
		BiConsumer<SynthesisOrder, Frame> atStep = (order, frame) -> {
		};
		Steering steering = new Steering();

		@Override
		public Steering beginning(SynthesisOrder order) {
			return steering;
		}

		@Override
		public void stepped(SynthesisOrder order, Frame frame) {
			atStep.accept(order, frame);
		}

		@Override
		public void finished(SynthesisOrder order, Synthesis synthesis) {
			assertTrue(Files.exists(order.from().picture()));
			syntheses.add(synthesis);
			told.add(name(order) + " after " + synthesis.steps());
		}

		@Override
		public void failed(SynthesisOrder order, String sentence) {
			told.add(name(order) + " failed: " + sentence);
		}

		@Override
		public void dropped(SynthesisOrder order) {
			told.add(name(order) + " dropped");
		}

		private static String name(SynthesisOrder order) {
			return order.from().picture().getFileName().toString();
		}
	}

	@BeforeEach
	void writeAModel() throws IOException, StarfishException {
		model = ModelFile.of(Files.writeString(folder.resolve("some.model"), "some bytes").toString());
		networks = new OpenNetworks(new ModelImporters(List.of(importer)), LIMIT);
		store = new SynthesisStore(folder.resolve("state/unfinished"));
	}

	@AfterEach
	void nothingIsLeft() {
		assertEquals(0, Job.getJobManager().find(CoreJob.FAMILY).length);
		assertEquals(List.of(), networks.files());
	}

	private CheckpointFile begin(String picture, String unit, Parameters parameters) throws StarfishException {
		Path file = folder.resolve(picture);
		var recipe = new Recipe(RecipeReferences.to(model, file), Preprocessing.ZERO_ONE,
				new Target.OfUnit(UnitAddress.parse(unit)), Optional.empty(), "lucid", parameters, 3, Optional.empty(),
				new Recipe.EngineChoice("any", 1), "test");
		return new CheckpointFile(file, Checkpoint.begin(recipe));
	}

	private RgbImage expected(CheckpointFile synthesis) throws StarfishException {
		try (OpenNetwork open = networks.open(model.path(), Progress.NONE)) {
			return new GradientAscent(open.network())
					.run(synthesis.checkpoint().recipe(), Optional.empty(), StepListener.NONE).picture();
		}
	}

	private SynthesisJob job(List<SynthesisOrder> orders, Notes notes) {
		return new SynthesisJob("Synthesize", owner, networks, orders, notes);
	}

	private static int run(Job job) throws InterruptedException {
		job.schedule();
		job.join();
		return job.getResult().getSeverity();
	}

	private List<Path> stored() {
		try (var files = Files.list(folder.resolve("state/unfinished"))) {
			return files.sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Test
	void aPictureIsDrawnAndWritten() throws Exception {
		var notes = new Notes();
		CheckpointFile synthesis = begin("a.png", "conv:1", SHORT);
		SynthesisJob job = job(store.add(List.of(synthesis)), notes);
		assertTrue(job.belongsTo(CoreJob.FAMILY) && job.belongsTo(owner) && job.belongsTo(SynthesisJob.class));
		assertEquals(1, stored().size());
		assertEquals(IStatus.OK, run(job));
		assertEquals(List.of("a.png after 6"), notes.told);
		assertEquals(expected(synthesis), ImageReader.read(synthesis.picture()));
		assertEquals(3, RecipeFile.read(synthesis.picture()).seed());
		assertEquals(List.of(), stored());
	}

	@Test
	void aQueueCancelledOnItsWayKeepsWhatIsFinishedAndWhatIsReached() throws Exception {
		var notes = new Notes();
		List<CheckpointFile> queue = new ArrayList<>();
		for (int unit = 0; unit < 4; unit++) {
			queue.add(begin(unit + ".png", "conv:" + unit, SHORT));
		}
		SynthesisJob job = job(store.add(queue), notes);
		notes.atStep = (order, frame) -> {
			if (Notes.name(order).equals("2.png") && frame.step() == 4) {
				job.cancel();
			}
		};
		assertEquals(IStatus.CANCEL, run(job));
		assertEquals(List.of("0.png after 6", "1.png after 6", "2.png after 4"), notes.told);
		assertFalse(Files.exists(queue.get(3).picture()));
		assertEquals(4, RecipeFile.read(queue.get(2).picture()).stoppedAfter().getAsInt());
		assertEquals(List.of(), stored());
		assertEquals(1, importer.reads.get(), "one model, read once");
	}

	/** Their recipes are made before there is a picture, and still say in the end which ones they differ from. */
	@Test
	void variantsInAQueueDifferFromThoseBeforeThem() throws Exception {
		Parameters diverse = SHORT.with(Parameter.DIVERSITY, 2.0);
		var earlier = List.of(new Recipe.FileReference("a.png", ""));
		CheckpointFile first = begin("a.png", "conv:1", diverse);
		CheckpointFile alone = begin("b.png", "conv:1", diverse);
		var second = new CheckpointFile(alone.picture(), Checkpoint.begin(
				alone.checkpoint().recipe().withVariants(Optional.of(new Recipe.Variants("relu", earlier)))));
		assertEquals(IStatus.OK, run(job(store.add(List.of(first, second)), new Notes())));
		Recipe written = RecipeFile.read(second.picture());
		assertEquals(new ModelFile("a.png", first.picture()).sha256(),
				written.variants().orElseThrow().earlier().get(0).sha256());
		assertNotEquals(ImageReader.read(first.picture()), ImageReader.read(second.picture()), "the same seed, apart");
	}

	@Test
	void oneThatIsStoppedOrDroppedMakesRoomForTheNext() throws Exception {
		var notes = new Notes();
		List<CheckpointFile> queue = new ArrayList<>();
		for (int unit = 0; unit < 4; unit++) {
			queue.add(begin(unit + ".png", "conv:" + unit, SHORT));
		}
		SynthesisJob job = job(store.add(queue), notes);
		notes.atStep = (order, frame) -> {
			if (Notes.name(order).equals("1.png") && frame.step() == 3) {
				job.drop(List.of(queue.get(1).picture(), queue.get(2).picture()));
				assertEquals(List.of("0-1.checkpoint", "0-3.checkpoint"), stored().stream().map(Path::getFileName)
						.map(Path::toString).toList());
				notes.steering.stop();
			}
		};
		assertEquals(IStatus.OK, run(job));
		assertEquals(List.of("0.png after 6", "1.png after 3", "3.png after 6"), notes.told);
		assertFalse(Files.exists(queue.get(2).picture()));
		assertEquals(List.of(), stored());
	}

	@Test
	void stoppedBeforeItsFirstStepThereIsNoPicture() throws Exception {
		var notes = new Notes();
		notes.steering.stop();
		SynthesisJob job = job(store.add(List.of(begin("a.png", "conv:1", SHORT), begin("b.png", "conv:2", SHORT))),
				notes);
		assertEquals(IStatus.OK, run(job));
		assertEquals(List.of("a.png dropped", "b.png after 6"), notes.told);
		assertFalse(Files.exists(folder.resolve("a.png")));
		assertEquals(List.of(), stored());
	}

	@Test
	void ordersAreMadeWhenTheJobRunsAlsoIfTheProgramEndsThen() throws Exception {
		var notes = new Notes();
		List<SynthesisJob> jobs = new ArrayList<>();
		var job = new SynthesisJob("Synthesize", owner, networks, models -> {
			jobs.get(0).suspend();
			assertEquals(model.path().getFileName(), models.open(model.path()).file().path().getFileName());
			return store.add(List.of(begin("a.png", "conv:1", SHORT)));
		}, notes);
		jobs.add(job);
		assertEquals(IStatus.CANCEL, run(job));
		assertEquals(List.of(), notes.told);
		assertEquals(1, stored().size());
		assertEquals(IStatus.OK, run(job(store.unfinished(notes.told::add).get(0), notes)));
		assertEquals(List.of("a.png after 6"), notes.told);
	}

	@Test
	void oneThatFailsDoesNotKeepTheOthersBack() throws Exception {
		var notes = new Notes();
		List<CheckpointFile> queue = List.of(begin("a.png", "conv:77", SHORT), begin("none/b.png", "conv:0", SHORT),
				begin("c.png", "conv:0", SHORT));
		assertEquals(IStatus.INFO, run(job(store.add(queue), notes)));
		assertEquals(3, notes.told.size());
		assertTrue(notes.told.get(0).startsWith("a.png failed: ") && notes.told.get(0).contains("conv"),
				notes.told.get(0));
		assertTrue(notes.told.get(1).startsWith("b.png failed: ") && notes.told.get(1).contains("folder"));
		assertEquals("c.png after 6", notes.told.get(2));
		assertEquals(List.of(), stored());
	}

	@Test
	void aModelThatHasChangedIsRefused() throws Exception {
		var notes = new Notes();
		SynthesisJob job = job(store.add(List.of(begin("a.png", "conv:1", SHORT))), notes);
		Files.writeString(model.path(), "other bytes");
		assertEquals(IStatus.INFO, run(job));
		assertEquals(1, notes.told.size());
		assertTrue(notes.told.get(0).contains("content is another"), notes.told.get(0));
	}

	/** What is left when the program ends is drawn by the next one, to the same bytes. */
	@Test
	void suspendedItIsGoneOnWithLater() throws Exception {
		List<CheckpointFile> queue = new ArrayList<>();
		for (int unit = 0; unit < 3; unit++) {
			queue.add(begin(unit + ".png", "conv:" + unit, SHORT));
		}
		var notes = new Notes();
		SynthesisJob job = job(store.add(queue), notes);
		notes.atStep = (order, frame) -> {
			if (Notes.name(order).equals("1.png") && frame.step() == 4) {
				job.suspend();
			}
		};
		assertEquals(IStatus.CANCEL, run(job));
		assertEquals(List.of("0.png after 6"), notes.told);
		assertFalse(Files.exists(queue.get(1).picture()));
		List<List<SynthesisOrder>> unfinished = new SynthesisStore(folder.resolve("state/unfinished"))
				.unfinished(sentence -> notes.told.add(sentence));
		assertEquals(1, unfinished.size());
		assertEquals(List.of(4, 0),
				unfinished.get(0).stream().map(order -> order.from().checkpoint().step()).toList());
		assertEquals(IStatus.OK, run(job(unfinished.get(0), notes)));
		assertEquals(List.of("0.png after 6", "1.png after 6", "2.png after 6"), notes.told);
		for (CheckpointFile synthesis : queue) {
			assertEquals(expected(synthesis), ImageReader.read(synthesis.picture()));
		}
		assertEquals(List.of(), stored());
	}

	@Test
	void pausedItCanBeSuspendedWithoutLoss() throws Exception {
		var notes = new Notes();
		SynthesisJob job = job(store.add(List.of(begin("a.png", "conv:1", SHORT))), notes);
		var third = new CountDownLatch(3);
		notes.atStep = (order, frame) -> third.countDown();
		for (int i = 0; i < 3; i++) {
			notes.steering.step();
		}
		job.schedule();
		third.await();
		SynthesisJob.suspendAll();
		assertEquals(3, store.unfinished(notes.told::add).get(0).get(0).from().checkpoint().step());
		assertEquals(List.of(), notes.told);
	}

	@Test
	void cancelledBeforeItBeginsNothingIsLeft() throws Exception {
		SynthesisJob job = job(store.add(List.of(begin("a.png", "conv:1", SHORT))), new Notes());
		job.schedule(1_000_000);
		job.cancel();
		job.join();
		assertEquals(List.of(), stored());
	}

	@Test
	void otherJobsAreStoredApartAndDamageIsTold() throws Exception {
		store.add(List.of(begin("a.png", "conv:1", SHORT), begin("b.png", "conv:2", SHORT)));
		store.add(List.of(begin("c.png", "conv:3", SHORT)));
		Files.writeString(stored().get(1), "damaged");
		List<String> sentences = new ArrayList<>();
		assertEquals(List.of(List.of("a.png"), List.of("c.png")), store.unfinished(sentences::add).stream()
				.map(orders -> orders.stream().map(Notes::name).toList()).toList());
		assertEquals(1, sentences.size());
		assertEquals(2, stored().size());
	}

	@Test
	void whoeverWantsToSeeSomethingIsAnsweredBetweenTheSteps() throws Exception {
		var notes = new Notes();
		SynthesisJob job = job(
				store.add(List.of(begin("a.png", "conv:1", SHORT.with(Parameter.STEPS, 100_000)))), notes);
		var begun = new CountDownLatch(1);
		notes.atStep = (order, frame) -> begun.countDown();
		job.schedule();
		begun.await();
		List<String> answers = new ArrayList<>();
		try (OpenNetwork open = networks.open(model.path(), Progress.NONE)) {
			var look = new ActivationJob("Look", owner, new ActivationListener() {
				@Override
				public void answered(ActivationRequest request, PreparedInput input, LayerActivation activation) {
					answers.add("answered");
				}

				@Override
				public void predicted(ActivationRequest request, PreparedInput input, Predictions predictions) {
					answers.add("predicted");
				}

				@Override
				public void failed(ActivationRequest request, String sentence) {
					answers.add(sentence);
				}
			});
			look.request(new ActivationRequest(new ActivationSession(open, LIMIT), () -> RgbImage.filled(9, 7, 0x336699),
					Preprocessing.RAW, "relu"));
			look.join();
		}
		assertEquals(List.of("answered", "predicted"), answers);
		assertEquals(Job.RUNNING, job.getState());
		job.cancel();
		job.join();
		assertTrue(notes.syntheses.get(0).cancelled());
	}

	@Test
	void aPreviewStartsAgainWithWhatIsWantedNow() throws Exception {
		List<String> told = Collections.synchronizedList(new ArrayList<>());
		List<PreviewJob> jobs = new ArrayList<>();
		Recipe first = begin("a.png", "conv:1", SHORT.with(Parameter.STEPS, 100_000)).checkpoint().recipe();
		Recipe wrong = begin("a.png", "conv:9", SHORT).checkpoint().recipe();
		Recipe last = begin("a.png", "conv:2", SHORT).checkpoint().recipe();
		try (OpenNetwork open = networks.open(model.path(), Progress.NONE)) {
			var job = new PreviewJob("Preview", owner, open, new PreviewJob.Listener() {
				@Override
				public void stepped(PreviewJob.Request request, Frame frame) {
					if (request.recipe() == first && frame.step() == 3) {
						jobs.get(0).request(new PreviewJob.Request(wrong, Optional.empty()));
					}
				}

				@Override
				public void finished(PreviewJob.Request request, Synthesis synthesis) {
					told.add(((Target.OfUnit) request.recipe().target()).address() + " " + synthesis.steps());
				}

				@Override
				public void failed(PreviewJob.Request request, String sentence) {
					told.add(request.recipe() == wrong ? "failed" : sentence);
				}
			});
			jobs.add(job);
			job.request(new PreviewJob.Request(first, Optional.empty()));
			Job.getJobManager().join(owner, null);
			job.request(new PreviewJob.Request(last, Optional.empty()));
			job.join();
		}
		assertEquals(List.of("failed", "conv:2 6"), told);
	}
}
