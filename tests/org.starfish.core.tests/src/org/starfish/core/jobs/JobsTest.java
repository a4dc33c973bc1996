// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

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
import org.starfish.core.activation.PreparedInput;
import org.starfish.core.activation.Predictions;
import org.starfish.core.image.RgbImage;
import org.starfish.core.importing.ModelImporters;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.model.OpenNetworks;
import org.starfish.core.model.StepwiseImporter;
import org.starfish.core.preprocessing.Preprocessing;

@Timeout(60)
class JobsTest {
	private static final MemoryLimit LIMIT = MemoryLimit.ofVirtualMachine();
	private static final RgbImage PICTURE = RgbImage.filled(9, 7, 0x336699);

	@TempDir
	private Path folder;
	private Path file;
	private final Object owner = new Object();
	private final List<String> sentences = Collections.synchronizedList(new ArrayList<>());

	/** Writes down what it is told. */
	private class Notes implements ActivationListener {
		final List<String> told = Collections.synchronizedList(new ArrayList<>());
		LayerActivation last;

		@Override
		public void answered(ActivationRequest request, PreparedInput input, LayerActivation activation) {
			assertEquals(request.layer(), activation.layer());
			last = activation;
			told.add("answered " + request.layer());
		}

		@Override
		public void predicted(ActivationRequest request, PreparedInput input, Predictions predictions) {
			told.add("predicted " + predictions.layer());
		}

		@Override
		public void failed(ActivationRequest request, String sentence) {
			told.add(sentence);
		}
	}

	@BeforeEach
	void writeAFile() throws IOException {
		file = Files.writeString(folder.resolve("some.model"), "some bytes");
	}

	@AfterEach
	void noJobIsLeft() {
		assertEquals(0, Job.getJobManager().find(CoreJob.FAMILY).length);
	}

	@Test
	void aModelIsOpened() throws Exception {
		OpenNetworks networks = networks(new StepwiseImporter());
		List<OpenNetwork> opened = new ArrayList<>();
		var job = new OpenNetworkJob("Open", owner, networks, file, opened::add, sentences::add);
		assertTrue(job.belongsTo(CoreJob.FAMILY) && job.belongsTo(owner) && job.belongsTo(OpenNetworkJob.class));
		assertEquals(IStatus.OK, run(job).getSeverity());
		assertEquals(List.of(file.toRealPath()), networks.files());
		opened.get(0).close();
		assertEquals(List.of(), networks.files());
	}

	@Test
	void aWatcherSeesHowFarTheLoadingIs() throws Exception {
		List<Double> seen = new ArrayList<>();
		List<OpenNetwork> opened = new ArrayList<>();
		run(new OpenNetworkJob("Open", owner, networks(new StepwiseImporter()), file, (task, fraction) -> seen.add(fraction),
				opened::add, sentences::add));
		opened.get(0).close();
		assertTrue(seen.contains(1.0), seen.toString());
	}

	@Test
	void cancellingEndsTheLoadingAndLeavesNothingOpen() throws Exception {
		var importer = new StepwiseImporter(new CountDownLatch(1));
		OpenNetworks networks = networks(importer);
		var job = new OpenNetworkJob("Open", owner, networks, file, network -> sentences.add("opened"), sentences::add);
		job.schedule();
		importer.begun.await();
		Job.getJobManager().cancel(owner);
		job.join();
		assertEquals(IStatus.CANCEL, job.getResult().getSeverity());
		assertEquals(List.of(), sentences);
		assertEquals(List.of(), networks.files());
	}

	@Test
	void troubleIsTold() throws Exception {
		var networks = new OpenNetworks(ModelImporters.builtIn(), LIMIT);
		var job = new OpenNetworkJob("Open", owner, networks, file, network -> sentences.add("opened"), sentences::add);
		assertEquals(IStatus.INFO, run(job).getSeverity(), "nothing for the error log");
		assertEquals(List.of("some.model is no model that Starfish can open; it opens ONNX, Keras, DL4J."), sentences);
	}

	@Test
	void aDefectIsToldAndLogged() throws Exception {
		var job = new WriteJob("Write", owner, () -> {
			throw new IllegalStateException("boom");
		}, () -> sentences.add("written"), sentences::add);
		assertEquals(IStatus.ERROR, run(job).getSeverity());
		assertEquals(1, sentences.size());
		assertTrue(sentences.get(0).contains("boom"));
	}

	@Test
	void tooLittleMemoryIsTroubleNotADefect() throws Exception {
		var job = new WriteJob("Write", owner, () -> {
			throw new OutOfMemoryError();
		}, () -> sentences.add("written"), sentences::add);
		assertEquals(IStatus.INFO, run(job).getSeverity());
		assertTrue(sentences.get(0).contains("-Xmx"));
	}

	@Test
	void aRequestIsAnsweredByTheLayerAndThenThePredictions() throws Exception {
		try (OpenNetwork open = networks(new StepwiseImporter()).open(file, Progress.NONE)) {
			var notes = new Notes();
			var reads = new AtomicInteger();
			PictureSource source = () -> {
				reads.incrementAndGet();
				return PICTURE;
			};
			var session = new ActivationSession(open, LIMIT);
			var job = new ActivationJob("Look", owner, notes);
			job.request(new ActivationRequest(session, source, Preprocessing.RAW, "conv"));
			job.join();
			job.request(new ActivationRequest(session, source, Preprocessing.ZERO_ONE, "relu"));
			job.join();
			assertEquals(List.of("answered conv", "predicted relu", "answered relu", "predicted relu"), notes.told);
			assertEquals(1, reads.get(), "the same picture is read once");
			assertNotNull(notes.last);
		}
	}

	@Test
	void aNewerRequestReplacesTheOneThatRuns() throws Exception {
		try (OpenNetwork open = networks(new StepwiseImporter()).open(file, Progress.NONE)) {
			var notes = new Notes();
			var reading = new CountDownLatch(1);
			var mayRead = new CountDownLatch(1);
			PictureSource slow = () -> {
				reading.countDown();
				await(mayRead);
				return PICTURE;
			};
			var session = new ActivationSession(open, LIMIT);
			var job = new ActivationJob("Look", owner, notes);
			job.request(new ActivationRequest(session, slow, Preprocessing.RAW, "conv"));
			reading.await();
			job.request(new ActivationRequest(session, () -> PICTURE, Preprocessing.RAW, "data"));
			job.request(new ActivationRequest(session, () -> PICTURE, Preprocessing.RAW, "relu"));
			mayRead.countDown();
			Job.getJobManager().join(owner, null);
			assertEquals(List.of("answered relu", "predicted relu"), notes.told);
		}
	}

	@Test
	void aRequestFromWithinAnAnswerKeepsThePredictionsBack() throws Exception {
		try (OpenNetwork open = networks(new StepwiseImporter()).open(file, Progress.NONE)) {
			var session = new ActivationSession(open, LIMIT);
			List<ActivationJob> jobs = new ArrayList<>();
			var notes = new Notes() {
				@Override
				public void answered(ActivationRequest request, PreparedInput input, LayerActivation activation) {
					super.answered(request, input, activation);
					if (request.layer().equals("conv")) {
						jobs.get(0).request(
								new ActivationRequest(session, request.picture(), request.preprocessing(), "relu"));
					}
				}
			};
			jobs.add(new ActivationJob("Look", owner, notes));
			jobs.get(0).request(new ActivationRequest(session, () -> PICTURE, Preprocessing.RAW, "conv"));
			Job.getJobManager().join(owner, null);
			assertEquals(List.of("answered conv", "answered relu", "predicted relu"), notes.told);
		}
	}

	@Test
	void aRequestThatCannotBeAnsweredSaysWhyAndTheNextOneIsAnswered() throws Exception {
		try (OpenNetwork open = networks(new StepwiseImporter()).open(file, Progress.NONE)) {
			var notes = new Notes();
			var session = new ActivationSession(open, LIMIT);
			var job = new ActivationJob("Look", owner, notes);
			job.request(new ActivationRequest(session, () -> {
				throw new StarfishException("That is no picture.");
			}, Preprocessing.RAW, "conv"));
			job.join();
			job.request(new ActivationRequest(session, () -> PICTURE, Preprocessing.RAW, "conv"));
			job.join();
			assertEquals(List.of("That is no picture.", "answered conv", "predicted relu"), notes.told);
		}
	}

	@Test
	void closingTheNetworkInMidRequestEndsTheJobQuietly() throws Exception {
		OpenNetwork open = networks(new StepwiseImporter()).open(file, Progress.NONE);
		var notes = new Notes();
		var job = new ActivationJob("Look", owner, notes);
		job.request(new ActivationRequest(new ActivationSession(open, LIMIT), () -> {
			open.close();
			return PICTURE;
		}, Preprocessing.RAW, "conv"));
		job.join();
		assertEquals(IStatus.CANCEL, job.getResult().getSeverity());
		assertEquals(List.of(), notes.told);
	}

	@Test
	void whatIsWrittenIsToldToWhoeverAskedForIt() throws Exception {
		try (OpenNetwork open = networks(new StepwiseImporter()).open(file, Progress.NONE)) {
			var job = new WriteJob("Store", owner, () -> open.store(Preprocessing.RAW, "it was chosen"),
					() -> sentences.add("written"), sentences::add);
			run(job);
			assertEquals(List.of("written"), sentences);
			assertSame(Preprocessing.RAW, open.model().preprocessing());
		}
	}

	private static OpenNetworks networks(StepwiseImporter importer) {
		return new OpenNetworks(new ModelImporters(List.of(importer)), LIMIT);
	}

	private static IStatus run(Job job) throws InterruptedException {
		job.schedule();
		job.join();
		return job.getResult();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}
}
