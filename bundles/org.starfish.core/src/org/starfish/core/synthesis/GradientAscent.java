// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.image.Fit;
import org.starfish.core.image.FloatImage;
import org.starfish.core.image.Resampler;
import org.starfish.core.image.RgbImage;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.preprocessing.PreprocessingGuess;
import org.starfish.core.synthesis.Octaves.Size;
import org.starfish.core.synthesis.objective.Objective;
import org.starfish.core.synthesis.parameterization.Parameterization;
import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.PixelSpace;
import org.starfish.core.synthesis.picture.Step;
import org.starfish.core.synthesis.recipe.Objectives;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Recipe;

/**
 * Draws what a recipe asks for: {@code x <- r1(x + eta r2(da/dx))}, octave by octave. (Garon, Zhang and Rezaei 2017, section
 * 3.2) The only loop there is; everything else is parameters.
 */
public final class GradientAscent {
	/** Makes the courses of neighbouring seeds differ, whatever their variations. */
	private static final long COURSE = 0x9e3779b97f4a7c15L;

	private final Network network;
	private final Planner planner;
	/** The variants that the recipe names. */
	private final List<RgbImage> earlier;

	/** An ascent on a network that the engine runs. */
	public GradientAscent(Network network) {
		this(network, request -> Engine.compile(network, request));
	}

	/**
	 * @param planner makes plans for that network
	 */
	public GradientAscent(Network network, Planner planner) {
		this(network, planner, List.of());
	}

	private GradientAscent(Network network, Planner planner, List<RgbImage> earlier) {
		this.network = network;
		this.planner = planner;
		this.earlier = List.copyOf(earlier);
	}

	/** An ascent for a recipe that names earlier variants, which are these pictures. */
	public GradientAscent apartFrom(List<RgbImage> pictures) {
		return new GradientAscent(network, planner, pictures);
	}

	/**
	 * Draws a picture.
	 *
	 * @param start the image that the recipe starts from, if it does
	 * @param listener called after every step; may cancel, which ends the ascent with the picture reached so far
	 * @throws StarfishException if the recipe does not fit the network, or the device fails
	 */
	public Synthesis run(Recipe recipe, Optional<RgbImage> start, StepListener listener) throws StarfishException {
		return run(recipe, start, new Steering(), listener);
	}

	/**
	 * Draws a picture while it may be paused and its parameters changed.
	 *
	 * @param steering through which that is done
	 * @see #run(Recipe, Optional, StepListener)
	 */
	public Synthesis run(Recipe recipe, Optional<RgbImage> start, Steering steering, StepListener listener)
			throws StarfishException {
		return resume(Checkpoint.begin(recipe), start, steering, listener);
	}

	/**
	 * Goes on with a picture, to the same bytes that an ascent without interruption leads to.
	 *
	 * @param checkpoint from {@link Frame#checkpoint} or a {@link CheckpointFile}
	 * @param start the image that the recipe starts from, if it does
	 * @see #run(Recipe, Optional, Steering, StepListener)
	 */
	public Synthesis resume(Checkpoint checkpoint, Optional<RgbImage> start, Steering steering, StepListener listener)
			throws StarfishException {
		try (var run = new Run(checkpoint, start, steering, listener)) {
			steering.begin(run::checkChange);
			return run.run(checkpoint.state());
		} finally {
			steering.end();
		}
	}

	/** One ascent, with everything that changes while it runs. */
	private final class Run implements AutoCloseable {
		private final Recipe recipe;
		private final Optional<RgbImage> start;
		private final Steering steering;
		private final StepListener listener;
		private final PixelSpace space;
		/** In the order of their steps; grows by what the steering brings. */
		private final List<Recipe.Change> changes;
		private final int steps;
		/** What is wrong from the beginning; of less weight than what shows itself on the way. */
		private final Optional<Diagnosis> suspicion;
		private final Optional<EarlierVariants> variants;
		private Parameters parameters;
		private Objective objective;
		private List<Size> sizes = List.of();
		/** What the ascent starts from, in full size and in that of the octave. */
		private FloatImage first;
		private FloatImage base;
		/** The view of the last octave; of the next one too, if that is shown at the same size. */
		private Optional<View> view = Optional.empty();
		private KernelDigest kernels = new KernelDigest();
		private Octave octave;
		/** Which octave it is, from 0. */
		private int number;
		/** How many steps have been taken. */
		private int index;
		private int nextChange;

		Run(Checkpoint checkpoint, Optional<RgbImage> start, Steering steering, StepListener listener)
				throws StarfishException {
			recipe = checkpoint.recipe();
			this.start = start;
			this.steering = steering;
			this.listener = listener;
			space = new PixelSpace(network, recipe.preprocessing());
			changes = new ArrayList<>(recipe.changes());
			changes.sort(Comparator.comparingInt(Recipe.Change::step));
			suspicion = PreprocessingGuess.of(network).contradicts(recipe.preprocessing())
					? Optional.of(Diagnosis.WRONG_PREPROCESSING)
					: Optional.empty();
			index = checkpoint.step();
			parameters = recipe.parameters();
			steps = parameters.integer(Parameter.STEPS);
			// Now, since later there is a picture to lose.
			for (Recipe.Change change : changes) {
				Recipe.Change.check(change.parameter());
				checkChange(change.parameter(), change.value());
			}
			changeUpTo(index - 1);
			variants = variants();
			objective = objective();
		}

		private Optional<EarlierVariants> variants() throws StarfishException {
			if (recipe.variants().isEmpty()) {
				return Optional.empty();
			}
			if (earlier.size() != recipe.variants().get().earlier().size()) {
				throw new IllegalArgumentException("%d pictures for the recipe's variants".formatted(earlier.size()));
			}
			var shown = new EarlierVariants(network, planner, recipe.preprocessing(), recipe.variants().get().layer(), earlier);
			kernels.add("variants", shown.kernels());
			return Optional.of(shown);
		}

		private Objective objective() throws StarfishException {
			Objective plain = Objectives.of(recipe.target(), network, parameters);
			return variants.isPresent() ? variants.get().apart(plain, parameters) : plain;
		}

		/** Whether the target allows for a change, whatever else is changed. Reads nothing that changes: any thread may ask. */
		void checkChange(Parameter parameter, Object value) throws StarfishException {
			Objectives.of(recipe.target(), network, recipe.parameters().withChecked(parameter, value));
		}

		Synthesis run(Optional<AscentState> state) throws StarfishException {
			begin(state);
			int total = sizes.size() * steps;
			int stop = recipe.stoppedAfter().orElse(total);
			boolean cancelled = false;
			try {
				while (index < Math.min(total, stop) && !octave.isStuck()) {
					steering.awaitTurn();
					if (index == (number + 1) * steps) {
						enterNext();
					}
					step(total);
				}
			} catch (CancellationException e) {
				cancelled = true;
			}
			RgbImage picture = space.toImage(Picture.of(resized(octave.picture(), sizes.getLast())));
			Recipe followed = recipe.withChanges(changes).withKernels(kernels.digest());
			return new Synthesis(picture, cancelled ? followed.withStop(index) : followed, index, cancelled, octave.score(),
					octave.rank(), diagnosis(), checkpoint());
		}

		private Optional<Diagnosis> diagnosis() {
			return octave.diagnosis().or(() -> suspicion);
		}

		/** Enters the octave of the next step, or that of the last one if it has to go on from there. */
		private void begin(Optional<AscentState> state) throws StarfishException {
			Size full = fullSize();
			sizes = Octaves.of(full.height(), full.width(), parameters.integer(Parameter.OCTAVES),
					parameters.number(Parameter.OCTAVE_SCALE));
			number = Math.max(0, index - 1) / steps;
			if (number >= sizes.size()) {
				throw new StarfishException("The checkpoint lies behind the end of its recipe; start anew.");
			}
			first = start.map(image -> fromImage(image, full)).orElseGet(() -> noise(full)).toImage();
			base = resized(first, sizes.get(number));
			enter(base);
			if (state.isPresent()) {
				octave.restore(state.get().octave());
				// Its plan was made before and is counted already.
				kernels = new KernelDigest(state.get().kernels());
			}
		}

		private void enterNext() throws StarfishException {
			number++;
			FloatImage newBase = resized(first, sizes.get(number));
			FloatImage from = enlarged(octave.picture(), base, newBase);
			base = newBase;
			enter(from);
		}

		private void enter(FloatImage from) throws StarfishException {
			octave = new Octave(Picture.of(from), viewFor(sizes.get(number)), space, parameters);
			octave.use(parameters, objective);
		}

		private void step(int total) throws StarfishException {
			takeWishes();
			if (changeUpTo(index)) {
				objective = objective();
				octave.use(parameters, objective);
			}
			octave.climb(new Step(seed(), index, 0), (double) (index - number * steps) / steps);
			index++;
			listener.stepped(new Frame(index, total, number + 1, sizes.size(), octave.score(), octave.rank(),
					octave.gradientNorm(), diagnosis(), () -> space.toImage(Picture.of(octave.picture())),
					this::checkpoint));
		}

		/** Of the steps; that of the start is the recipe's. */
		private long seed() {
			return recipe.seed() ^ parameters.integer(Parameter.VARIATION) * COURSE;
		}

		private Checkpoint checkpoint() {
			return index == 0 ? Checkpoint.begin(recipe)
					: new Checkpoint(recipe.withChanges(changes), index,
							Optional.of(new AscentState(octave.state(), kernels.state())));
		}

		/** Takes up what the steering brings, behind the changes that are due already. */
		private void takeWishes() {
			int at = nextChange;
			while (at < changes.size() && changes.get(at).step() <= index) {
				at++;
			}
			changes.addAll(at, steering.take(index));
		}

		/** Lets those changes take effect whose step has come; whether there were any. */
		private boolean changeUpTo(int step) throws StarfishException {
			int before = nextChange;
			while (nextChange < changes.size() && changes.get(nextChange).step() <= step) {
				Recipe.Change change = changes.get(nextChange++);
				parameters = parameters.withChecked(change.parameter(), change.value());
			}
			return nextChange > before;
		}

		private Size fullSize() throws StarfishException {
			Shape input = network.inputShape();
			int height = parameters.integer(Parameter.SIZE);
			if (height == 0) {
				return new Size(input.height(), input.width());
			}
			if (start.isPresent()) {
				Size size = new Size(height,
						Math.max(1, Math.round((float) height * start.get().width() / start.get().height())));
				// A picture of another shape than the network's can only be shown as it is.
				if (ownView(size)) {
					return size;
				}
			}
			return new Size(height, Math.max(1, Math.round((float) height * input.width() / input.height())));
		}

		private Picture fromImage(RgbImage image, Size size) {
			return space.fromPixels(Resampler.resize(image.toFloats(), size.width(), size.height(), Fit.CROP));
		}

		private Picture noise(Size size) {
			Parameterization parameterization = new Method(parameters, space).parameterization(size.height(),
					size.width());
			var picture = new Picture(size.height(), size.width(), space.channels());
			float[] numbers = new float[parameterization.size()];
			parameterization.start(new Step(recipe.seed(), 0, 0), numbers);
			parameterization.apply(numbers, picture.values());
			return picture;
		}

		/** What was drawn is enlarged; what the start has of finer detail comes back from it. As DeepDream does. */
		private FloatImage enlarged(FloatImage drawn, FloatImage base, FloatImage newBase) {
			FloatImage change = new FloatImage(drawn.width(), drawn.height(), drawn.channels(), drawn.values().clone());
			for (int i = 0; i < change.values().length; i++) {
				change.values()[i] -= base.values()[i];
			}
			FloatImage result = Resampler.resize(change, newBase.width(), newBase.height(), Fit.STRETCH);
			for (int i = 0; i < result.values().length; i++) {
				result.values()[i] += newBase.values()[i];
			}
			return result;
		}

		private FloatImage resized(FloatImage image, Size size) {
			return Resampler.resize(image, size.width(), size.height(), Fit.STRETCH);
		}

		private View viewFor(Size size) throws StarfishException {
			if (parameters.choice(Parameter.OCTAVE_VIEW).equals("own") && ownView(size)) {
				return view.orElseThrow();
			}
			Shape input = network.inputShape();
			return view(new Size(input.height(), input.width()));
		}

		/** Tries to make the network see pictures of this size as they are. */
		private boolean ownView(Size size) {
			try {
				view(size);
				return true;
			} catch (StarfishException e) {
				// It takes no input of this size, so it will be shown the picture at its own.
				return false;
			}
		}

		private View view(Size size) throws StarfishException {
			if (view.isPresent() && view.get().height() == size.height() && view.get().width() == size.width()) {
				return view.get();
			}
			View made = View.of(network, planner, space, objective, size.height(), size.width());
			close();
			view = Optional.of(made);
			kernels.add(made.height() + "x" + made.width(), made.kernels());
			return made;
		}

		@Override
		public void close() {
			view.ifPresent(View::close);
			view = Optional.empty();
		}
	}
}
