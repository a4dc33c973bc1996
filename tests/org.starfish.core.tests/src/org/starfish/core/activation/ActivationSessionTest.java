// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.starfish.core.MemoryLimit;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.engine.Priority;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.RgbImage;
import org.starfish.core.importing.ModelImporter;
import org.starfish.core.importing.ModelImporters;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.model.OpenNetworks;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.Convolution;
import org.starfish.core.network.operation.Dense;
import org.starfish.core.network.operation.GlobalPooling;
import org.starfish.core.network.operation.Padding;
import org.starfish.core.network.operation.Reshape;
import org.starfish.core.network.operation.Softmax;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.testkit.TestData;

class ActivationSessionTest {
	private static final MemoryLimit PLENTY = MemoryLimit.ofVirtualMachine();
	@TempDir
	private Path folder;
	private Path file;

	/** Takes every file for conv, ReLU, pooling, dense of two classes, softmax. */
	private static final class TwoClasses implements ModelImporter {
		private final int side;
		private final int channels;

		TwoClasses(int side, int channels) {
			this.side = side;
			this.channels = channels;
		}

		@Override
		public String format() {
			return "test";
		}

		@Override
		public boolean matches(Path file, byte[] head) {
			return true;
		}

		@Override
		public Network read(Path file, Progress progress) throws StarfishException {
			var random = new Random(3);
			var builder = new Network.Builder(file);
			builder.input("data", Shape.image(ChannelOrder.LAST, side, side, 3));
			builder.add("conv", new Convolution(weights(random, 3, 3, 3, channels), Optional.empty(),
					new int[] { 1, 1 }, new int[] { 1, 1 }, Padding.SAME, 1), "data");
			builder.add("relu", new Activation(Activation.Function.RELU), "conv");
			builder.add("pool", new GlobalPooling(false, true), "relu");
			builder.add("flat", Reshape.flatten(), "pool");
			builder.add("fc", new Dense(weights(random, channels, 2), Optional.empty()), "flat");
			builder.add("prob", new Softmax(0, false), "fc");
			return builder.build("test", List.of("prob"));
		}

		private static Weights weights(Random random, int... shape) {
			int size = 1;
			for (int dim : shape) {
				size *= dim;
			}
			float[] values = new float[size];
			for (int i = 0; i < size; i++) {
				values[i] = random.nextFloat() - 0.5f;
			}
			return Weights.of(shape, values);
		}
	}

	@BeforeEach
	void writeAFile() throws IOException {
		file = Files.writeString(folder.resolve("some.model"), "some bytes");
		Files.writeString(folder.resolve("labels.txt"), "starfish\nsea urchin\n");
	}

	private OpenNetwork open(int side, int channels) throws StarfishException {
		return new OpenNetworks(new ModelImporters(List.of(new TwoClasses(side, channels))), PLENTY).open(file, Progress.NONE);
	}

	private static RgbImage noise(int seed) {
		byte[] rgb = new byte[12 * 10 * 3];
		new Random(seed).nextBytes(rgb);
		return new RgbImage(12, 10, rgb);
	}

	@Test
	void layersAnswerAsTheEngineSays() throws Exception {
		try (OpenNetwork open = open(8, 4)) {
			var session = new ActivationSession(open, PLENTY);
			PreparedInput input = session.prepare(noise(1), Preprocessing.ZERO_ONE);
			for (String name : List.of("data", "conv", "relu", "fc", "prob")) {
				var layer = open.network().layer(name);
				try (Plan plan = Engine.compile(open.network(),
						new PlanRequest(Set.of(layer), open.network().inputShape(), 1, false))) {
					plan.forward(input.values());
					LayerActivation answer = session.activation(input, name, Progress.NONE);
					assertArrayEquals(plan.activation(layer), answer.values(), 1e-5f, name);
					assertEquals(layer.shape(), answer.shape());
					assertTrue(answer.receptiveField().isPresent());
				}
			}
			assertEquals(3, session.activation(input, "conv", Progress.NONE).receptiveField().get().width());
		}
	}

	@Test
	void onePassAnswersAllLayersAndThePredictions() throws Exception {
		try (OpenNetwork open = open(8, 4)) {
			var session = new ActivationSession(open, PLENTY);
			PreparedInput input = session.prepare(noise(1), Preprocessing.ZERO_ONE);
			assertTrue(session.activation(input, "conv", Progress.NONE).nanoseconds() > 0);
			assertEquals(0, session.activation(input, "relu", Progress.NONE).nanoseconds());
			Predictions predictions = session.predictions(input, Progress.NONE);
			assertEquals(0, predictions.nanoseconds());
			assertEquals("prob", predictions.layer());
			assertTrue(predictions.probabilities());
			assertEquals(2, predictions.top().size());
			assertEquals(1, predictions.top().get(0).value() + predictions.top().get(1).value(), 1e-5);
			assertEquals(Set.of("starfish", "sea urchin"),
					Set.of(predictions.top().get(0).label(), predictions.top().get(1).label()));
			LayerActivation output = session.activation(input, "prob", Progress.NONE);
			assertEquals(predictions.top().get(0).label(),
					output.label(output.order(ChannelSort.MAXIMUM, 0, false)[0]).get());
			assertEquals(Optional.empty(), session.activation(input, "relu", Progress.NONE).label(0));
		}
	}

	@Test
	void whatIsKnownIsNotComputedAgain() throws Exception {
		try (OpenNetwork open = open(8, 4)) {
			var session = new ActivationSession(open, PLENTY);
			PreparedInput input = session.prepare(noise(1), Preprocessing.ZERO_ONE);
			assertEquals(Optional.empty(), session.known(input, "conv"));
			assertEquals(Optional.empty(), session.knownPredictions(input));
			LayerActivation first = session.activation(input, "conv", Progress.NONE);
			session.activation(session.prepare(noise(2), Preprocessing.ZERO_ONE), "conv", Progress.NONE);
			PreparedInput again = session.prepare(noise(1), Preprocessing.ZERO_ONE);
			assertSame(first, session.activation(again, "conv", Progress.NONE));
			assertSame(first, session.known(again, "conv").get());
			Predictions said = session.predictions(input, Progress.NONE);
			assertSame(said, session.knownPredictions(again).get());
			assertEquals(Optional.empty(), session.known(session.prepare(noise(1), Preprocessing.RAW), "conv"));
		}
	}

	@Test
	void anotherPreprocessingIsAnsweredByTheSameNetwork() throws Exception {
		try (OpenNetwork open = open(8, 4)) {
			var session = new ActivationSession(open, PLENTY);
			Predictions one = session.predictions(session.prepare(noise(1), Preprocessing.ZERO_ONE), Progress.NONE);
			Predictions other = session.predictions(session.prepare(noise(1), Preprocessing.CAFFE_BGR), Progress.NONE);
			assertNotEquals(one.top().get(0).value(), other.top().get(0).value());
		}
	}

	@Test
	void answersAreForgottenWhenMemoryIsShort() throws Exception {
		try (OpenNetwork open = open(8, 4)) {
			// A sixteenth of it holds one answer of 1,280 bytes, but not two.
			var session = new ActivationSession(open, new MemoryLimit(16 * 2000, () -> 0, () -> {
			}));
			PreparedInput input = session.prepare(noise(1), Preprocessing.ZERO_ONE);
			LayerActivation conv = session.activation(input, "conv", Progress.NONE);
			assertSame(conv, session.known(input, "conv").get());
			session.activation(input, "relu", Progress.NONE);
			assertEquals(Optional.empty(), session.known(input, "conv"));
			assertTrue(session.known(input, "relu").isPresent());
			assertNotSame(conv, session.activation(input, "conv", Progress.NONE));
		}
	}

	@Test
	void aLargeNetworkIsRunUpToTheShownLayerFirst() throws Exception {
		try (OpenNetwork open = open(512, 512)) {
			var session = new ActivationSession(open, new MemoryLimit(64L << 30, () -> 0, () -> {
			}));
			PreparedInput input = session.prepare(noise(1), Preprocessing.ZERO_ONE);
			assertTrue(session.activation(input, "data", Progress.NONE).nanoseconds() > 0);
			var upToHere = new PlanRequest(Set.of(open.network().layer("data")), open.network().inputShape(), 1, false,
					Priority.INTERACTIVE);
			assertTrue(open.isAnswered(upToHere, input.values()));
		}
	}

	@Test
	void aLayerThatIsNotThereOrACancelEndsTheQuestion() throws Exception {
		try (OpenNetwork open = open(8, 4)) {
			var session = new ActivationSession(open, PLENTY);
			PreparedInput input = session.prepare(noise(1), Preprocessing.ZERO_ONE);
			assertThrows(StarfishException.class, () -> session.activation(input, "conv9", Progress.NONE));
			assertThrows(CancellationException.class, () -> session.activation(input, "conv", (task, fraction) -> {
				throw new CancellationException();
			}));
			assertFalse(session.known(input, "conv").isPresent());
			open.close();
			assertThrows(CancellationException.class, () -> session.activation(input, "conv", Progress.NONE));
		}
	}

	@Test
	void googlenetSeesAStarfish() throws Exception {
		Path model = TestData.model("googlenet.onnx");
		Path photo;
		try (var photos = Files.list(TestData.image("imagenet"))) {
			photo = photos.filter(path -> path.getFileName().toString().startsWith("n02317335")).findFirst().orElseThrow();
		}
		var networks = new OpenNetworks(ModelImporters.builtIn(), PLENTY);
		try (OpenNetwork open = networks.open(model, Progress.NONE)) {
			var session = new ActivationSession(open, PLENTY);
			PreparedInput input = session.prepare(ImageReader.read(photo), open.model().preprocessing());
			LayerActivation answer = session.activation(input, "inception_4c/output", Progress.NONE);
			assertEquals(512, answer.channels());
			assertEquals(14, answer.width());
			assertTrue(answer.dead() > 0 && answer.dead() < 200, answer.dead() + " dead");
			Predictions predictions = session.predictions(input, Progress.NONE);
			assertEquals("starfish, sea star", predictions.top().get(0).label());
			assertEquals(327, predictions.top().get(0).index());
			assertTrue(predictions.top().get(0).value() > 0.9);
			assertEquals(1000, session.activation(input, "prob", Progress.NONE).channels());
			assertTrue(session.activation(input, "prob", Progress.NONE).label(327).isPresent());
		}
	}
}
