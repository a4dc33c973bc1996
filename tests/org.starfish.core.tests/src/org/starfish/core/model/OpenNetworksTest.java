// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.starfish.core.MemoryLimit;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.engine.Priority;
import org.starfish.core.importing.ModelImporters;
import org.starfish.core.network.Network;
import org.starfish.core.preprocessing.Preprocessing;

@Timeout(60)
class OpenNetworksTest {
	@TempDir
	private Path folder;
	private Path file;

	@BeforeEach
	void writeAFile() throws IOException {
		file = Files.writeString(folder.resolve("some.model"), "some bytes");
	}

	@Test
	void aNetworkOpenedTwiceIsLoadedOnce() throws Exception {
		var importer = new StepwiseImporter();
		OpenNetworks networks = networks(importer);
		try (OpenNetwork one = networks.open(file, Progress.NONE);
				OpenNetwork two = networks.open(folder.resolve(".").resolve("some.model"), Progress.NONE)) {
			assertSame(one.network(), two.network());
			assertEquals(1, importer.reads.get());
			assertEquals(List.of(file.toRealPath()), networks.files());
			one.close();
			one.close();
			assertEquals(List.of(file.toRealPath()), networks.files(), "the other one still has it");
			assertFalse(two.isClosed());
		}
		assertEquals(List.of(), networks.files());
		networks.open(file, Progress.NONE).close();
		assertEquals(2, importer.reads.get(), "it was let go of");
	}

	@Test
	void aFileThatHasChangedIsAnotherNetwork() throws Exception {
		var importer = new StepwiseImporter();
		OpenNetworks networks = networks(importer);
		try (OpenNetwork old = networks.open(file, Progress.NONE)) {
			Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
			try (OpenNetwork changed = networks.open(file, Progress.NONE)) {
				assertNotSame(old.network(), changed.network());
			}
		}
	}

	@Test
	void whoComesWhileItIsLoadedWaitsForThatAndSeesItsProgress() throws Exception {
		var mayEnd = new CountDownLatch(1);
		var importer = new StepwiseImporter(mayEnd);
		OpenNetworks networks = networks(importer);
		CompletableFuture<OpenNetwork> first = inAThread(networks, Progress.NONE);
		importer.begun.await();
		List<String> told = Collections.synchronizedList(new ArrayList<>());
		var waits = new CountDownLatch(1);
		CompletableFuture<OpenNetwork> second = inAThread(networks, (task, fraction) -> {
			told.add(task);
			if (task.equals("Reading slowly")) {
				waits.countDown();
			}
		});
		waits.await();
		mayEnd.countDown();
		assertSame(first.get().network(), second.get().network());
		assertEquals(1, importer.reads.get());
		first.get().close();
		second.get().close();
	}

	@Test
	void whoWaitsCanGiveUpAlone() throws Exception {
		var mayEnd = new CountDownLatch(1);
		var importer = new StepwiseImporter(mayEnd);
		OpenNetworks networks = networks(importer);
		CompletableFuture<OpenNetwork> first = inAThread(networks, Progress.NONE);
		importer.begun.await();
		assertThrows(CancellationException.class, () -> networks.open(file, OpenNetworksTest::cancel));
		mayEnd.countDown();
		first.get().close();
		assertEquals(List.of(), networks.files());
	}

	@Test
	void ifTheOneWhoLoadsGivesUpTheNextOneGoesOn() throws Exception {
		var mayEnd = new CountDownLatch(1);
		var importer = new StepwiseImporter(mayEnd);
		OpenNetworks networks = networks(importer);
		var cancelled = new AtomicBoolean();
		CompletableFuture<OpenNetwork> first = inAThread(networks, (task, fraction) -> {
			if (cancelled.get()) {
				throw new CancellationException();
			}
		});
		importer.begun.await();
		var waits = new CountDownLatch(1);
		CompletableFuture<OpenNetwork> second = inAThread(networks, (task, fraction) -> waits.countDown());
		waits.await();
		cancelled.set(true);
		assertThrows(CancellationException.class, () -> unwrapped(first));
		mayEnd.countDown();
		second.get().close();
		assertEquals(2, importer.reads.get());
	}

	@Test
	void aFileThatIsMissingOrNoModelIsRefusedInASentence() {
		OpenNetworks networks = new OpenNetworks(ModelImporters.builtIn(), MemoryLimit.ofVirtualMachine());
		Path missing = folder.resolve("missing.onnx");
		assertEquals("There is no file %s.".formatted(missing),
				assertThrows(StarfishException.class, () -> networks.open(missing, Progress.NONE)).getMessage());
		assertEquals("some.model is no model that Starfish can open; it opens ONNX, Keras, DL4J.",
				assertThrows(StarfishException.class, () -> networks.open(file, Progress.NONE)).getMessage());
		assertEquals(List.of(), networks.files());
	}

	@Test
	void aModelTooLargeForTheMemoryIsRefusedBeforeItIsRead() throws Exception {
		Files.write(file, new byte[(3 << 20) + 1]);
		var importer = new StepwiseImporter();
		var collected = new AtomicInteger();
		var full = new MemoryLimit(600L << 20, () -> 598L << 20, collected::incrementAndGet);
		var networks = new OpenNetworks(new ModelImporters(List.of(importer)), full);
		assertEquals(
				"some.model needs about 4 MB of memory, and 2 MB of the 600 MB that Starfish may use are free; close other models, or raise the limit with -Xmx, as in -Xmx1024m.",
				assertThrows(StarfishException.class, () -> networks.open(file, Progress.NONE)).getMessage());
		assertEquals(0, importer.reads.get());
		assertEquals(1, collected.get(), "garbage is no reason to refuse");
	}

	@Test
	void aPlanIsCompiledOnceAndRunsAnInputOnce() throws Exception {
		OpenNetworks networks = networks(new StepwiseImporter());
		float[] input = input();
		try (OpenNetwork one = networks.open(file, Progress.NONE); OpenNetwork two = networks.open(file, Progress.NONE)) {
			PlanRequest request = request(one.network(), "relu");
			assertFalse(one.isAnswered(request, input));
			var plans = new ArrayList<Plan>();
			var times = new ArrayList<Long>();
			float[] answer = one.forward(request, input, Progress.NONE, (plan, nanoseconds) -> {
				plans.add(plan);
				times.add(nanoseconds);
				return plan.activation(plan.network().find("relu").orElseThrow());
			});
			assertTrue(two.isAnswered(request, input));
			two.forward(request, input, Progress.NONE, (plan, nanoseconds) -> plans.add(plan) && times.add(nanoseconds));
			assertSame(plans.get(0), plans.get(1));
			assertTrue(times.get(0) > 0);
			assertEquals(0L, times.get(1));
			try (Plan plan = Engine.compile(one.network(), request)) {
				plan.forward(input);
				assertArrayEquals(plan.activation(one.network().layer("relu")), answer);
			}
			float[] other = input();
			other[0] = 100;
			two.forward(request, other, Progress.NONE, (plan, nanoseconds) -> times.add(nanoseconds));
			assertTrue(times.get(2) > 0);
			assertFalse(one.isAnswered(request, input));
		}
		assertEquals(0, networks.plans().size());
	}

	@Test
	void onlyTheLastPlansAreKept() throws Exception {
		OpenNetworks networks = networks(new StepwiseImporter());
		try (OpenNetwork network = networks.open(file, Progress.NONE)) {
			for (int batch = 1; batch <= 12; batch++) {
				var request = new PlanRequest(Set.of(network.network().layer("relu")), network.network().inputShape(),
						batch, false);
				network.forward(request, new float[batch * 8 * 6 * 3], Progress.NONE, (plan, time) -> plan.batch());
			}
			assertEquals(8, networks.plans().size());
		}
		assertEquals(0, networks.plans().size());
	}

	@Test
	void plansGiveWayWhereMemoryIsShort() throws Exception {
		var tight = new MemoryLimit(1000, () -> 0, () -> {
		});
		var networks = new OpenNetworks(new ModelImporters(List.of(new StepwiseImporter())), tight);
		try (OpenNetwork network = networks.open(file, Progress.NONE)) {
			float[] input = input();
			for (String layer : List.of("conv", "relu")) {
				network.forward(request(network.network(), layer), input, Progress.NONE, (plan, time) -> time);
			}
			assertEquals(1, networks.plans().size());
		}
	}

	@Test
	void closingInTheMiddleOfAPassLetsItEndAndThenFreesAll() throws Exception {
		OpenNetworks networks = networks(new StepwiseImporter());
		OpenNetwork network = networks.open(file, Progress.NONE);
		PlanRequest request = request(network.network(), "relu");
		float[] answer = network.forward(request, input(), Progress.NONE, (plan, time) -> {
			network.close();
			assertEquals(1, networks.plans().size());
			return plan.activation(plan.network().find("relu").orElseThrow());
		});
		assertEquals(6 * 4 * 4, answer.length);
		assertEquals(0, networks.plans().size());
		assertEquals(List.of(), networks.files());
		assertThrows(CancellationException.class,
				() -> network.forward(request, input(), Progress.NONE, (plan, time) -> time));
	}

	@Test
	void aPassIsCancelledBeforeItRuns() throws Exception {
		OpenNetworks networks = networks(new StepwiseImporter());
		try (OpenNetwork network = networks.open(file, Progress.NONE)) {
			assertThrows(CancellationException.class, () -> network.forward(request(network.network(), "relu"), input(),
					OpenNetworksTest::cancel, (plan, time) -> time));
			assertEquals(0, networks.plans().size());
		}
	}

	@Test
	void theMemoryOfAClosedNetworkIsFreed() throws Exception {
		OpenNetworks networks = networks(new StepwiseImporter());
		OpenNetwork network = networks.open(file, Progress.NONE);
		network.forward(request(network.network(), "relu"), input(), Progress.NONE, (plan, time) -> time);
		var reference = new WeakReference<>(network.network());
		network.close();
		network = null;
		while (!reference.refersTo(null)) {
			System.gc();
			Thread.onSpinWait();
		}
	}

	@Test
	void anotherPreprocessingIsStoredAndKnownToAllUsersWithoutReading() throws Exception {
		var importer = new StepwiseImporter();
		OpenNetworks networks = networks(importer);
		var changes = new ArrayList<Path>();
		networks.addListener(changes::add);
		try (OpenNetwork one = networks.open(file, Progress.NONE); OpenNetwork two = networks.open(file, Progress.NONE)) {
			assertTrue(two.model().preprocessingGuessed());
			one.store(Preprocessing.CAFFE_BGR, "the photos looked right with it");
			assertEquals(Preprocessing.CAFFE_BGR, two.model().preprocessing());
			assertEquals("the photos looked right with it", two.model().preprocessingReason());
			assertFalse(two.model().preprocessingGuessed());
		}
		assertEquals(1, importer.reads.get());
		assertEquals(Collections.nCopies(3, file.toRealPath()), changes, "opened, changed, closed");
		try (OpenNetwork again = networks.open(file, Progress.NONE)) {
			assertEquals("the photos looked right with it", again.model().preprocessingReason());
		}
	}

	@Test
	void aSidecarThatSomebodyElseWroteIsFollowedAtTheNextOpening() throws Exception {
		var importer = new StepwiseImporter();
		OpenNetworks networks = networks(importer);
		try (OpenNetwork one = networks.open(file, Progress.NONE)) {
			Files.writeString(folder.resolve("some.model.starfish"), "{\"schemaVersion\": 1, \"preprocessing\": \"raw\"}");
			try (OpenNetwork two = networks.open(file, Progress.NONE)) {
				assertEquals(Preprocessing.RAW, two.model().preprocessing());
				assertEquals("stored in some.model.starfish", two.model().preprocessingReason());
			}
		}
		assertEquals(1, importer.reads.get());
	}

	/** Not in the common pool, which may have a single thread. */
	private CompletableFuture<OpenNetwork> inAThread(OpenNetworks networks, Progress progress) {
		return CompletableFuture.supplyAsync(() -> {
			try {
				return networks.open(file, progress);
			} catch (StarfishException e) {
				throw new CompletionException(e);
			}
		}, task -> new Thread(task).start());
	}

	private static OpenNetworks networks(StepwiseImporter importer) {
		return new OpenNetworks(new ModelImporters(List.of(importer)), MemoryLimit.ofVirtualMachine());
	}

	private static PlanRequest request(Network network, String layer) throws StarfishException {
		return new PlanRequest(Set.of(network.layer(layer)), network.inputShape(), 1, false, Priority.INTERACTIVE);
	}

	private static float[] input() {
		float[] input = new float[8 * 6 * 3];
		for (int i = 0; i < input.length; i++) {
			input[i] = i % 7;
		}
		return input;
	}

	private static void cancel(String task, double fraction) {
		throw new CancellationException();
	}

	private static void unwrapped(CompletableFuture<OpenNetwork> future) throws Throwable {
		try {
			future.get();
		} catch (ExecutionException e) {
			throw e.getCause();
		}
	}
}
