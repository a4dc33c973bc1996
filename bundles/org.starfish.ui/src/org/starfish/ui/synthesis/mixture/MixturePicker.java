// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.mixture;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.dialogs.ListSelectionDialog;
import org.starfish.core.StarfishException;
import org.starfish.core.mixture.Mixture;
import org.starfish.core.mixture.MixtureLayers;
import org.starfish.core.mixture.RankedUnit;
import org.starfish.core.mixture.UnitRanking;
import org.starfish.core.model.Model;
import org.starfish.core.network.Layer;
import org.starfish.core.network.operation.Input;
import org.starfish.core.synthesis.recipe.Target;

/**
 * Picks the units that fire for a group of images: the images, what they are compared with, and the ranked units of some layers
 * with boxes and weights. The ranking runs in a job, and begins anew when there are other images or layers.
 */
public final class MixturePicker {
	private static final int MOST_TOP = 100;
	private static final int USUAL_TOP = 5;
	private static final int LISTS_WIDTH = 260;
	private static final int IMAGES_HEIGHT = 110;
	private static final int BACKGROUND_HEIGHT = 60;
	private static final int TREE_HEIGHT = 180;
	private static final int BAR_STEPS = 1000;
	/** Weights are set in tenths. */
	private static final int TENTHS = 10;

	private final Runnable changed;
	private final Composite control;
	private final ImageList images;
	private final ImageList background;
	private final Spinner top;
	private final Button chooseLayers;
	private final RankedTree tree;
	private final Spinner factor;
	private final Label state;
	private final ProgressBar bar;
	private final Button stop;
	private Optional<Model> model = Optional.empty();
	private List<Layer> layers = List.of();
	private Optional<RankingJob.Request> running = Optional.empty();
	private Optional<RankingJob.Answer> answer = Optional.empty();
	private Optional<String> trouble = Optional.empty();

	/**
	 * @param changed told when other units are picked, or something else is wrong
	 */
	public MixturePicker(Composite parent, Runnable changed) {
		this.changed = changed;
		control = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(2).spacing(16, 6).applyTo(control);
		var lists = new Composite(control, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(lists);
		GridDataFactory.fillDefaults().grab(false, true).hint(LISTS_WIDTH, SWT.DEFAULT).applyTo(lists);
		images = new ImageList(lists, Messages.MixturePicker_images, Messages.MixturePicker_imagesHint, IMAGES_HEIGHT,
				this::rank);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(images.control());
		background = new ImageList(lists, Messages.MixturePicker_background, Messages.MixturePicker_backgroundHint,
				BACKGROUND_HEIGHT, this::rank);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(background.control());
		var ranked = new Composite(control, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(4).spacing(8, 6).applyTo(ranked);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(ranked);
		var title = new Label(ranked, SWT.NONE);
		title.setText(Messages.MixturePicker_units);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(title);
		new Label(ranked, SWT.NONE).setText(Messages.MixturePicker_top);
		top = new Spinner(ranked, SWT.BORDER);
		top.setValues(USUAL_TOP, 1, MOST_TOP, 0, 1, 5);
		top.addModifyListener(event -> show());
		chooseLayers = new Button(ranked, SWT.PUSH);
		chooseLayers.setText(Messages.MixturePicker_layers);
		GridDataFactory.fillDefaults().applyTo(chooseLayers);
		chooseLayers.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> chooseLayers()));
		tree = new RankedTree(ranked, this::othersChecked, this::selected);
		GridDataFactory.fillDefaults().grab(true, true).span(4, 1).hint(SWT.DEFAULT, TREE_HEIGHT).applyTo(tree.control());
		state = new Label(ranked, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).span(2, 1).hint(0, SWT.DEFAULT).applyTo(state);
		new Label(ranked, SWT.NONE).setText(Messages.MixturePicker_factor);
		factor = new Spinner(ranked, SWT.BORDER);
		factor.setValues(TENTHS, 0, 10 * TENTHS, 1, 1, TENTHS);
		factor.setEnabled(false);
		factor.addSelectionListener(SelectionListener.widgetSelectedAdapter(
				event -> tree.weigh((double) factor.getSelection() / TENTHS)));
		bar = new ProgressBar(ranked, SWT.SMOOTH);
		bar.setMaximum(BAR_STEPS);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).span(3, 1).applyTo(bar);
		stop = new Button(ranked, SWT.PUSH);
		stop.setText(Messages.MixturePicker_again);
		GridDataFactory.fillDefaults().applyTo(stop);
		stop.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			if (running.isPresent()) {
				stop();
			} else {
				rank();
			}
		}));
		control.addDisposeListener(event -> Job.getJobManager().cancel(this));
		refresh();
	}

	/** The widgets. */
	public Control control() {
		return control;
	}

	/** The model was read. */
	public void opened(Model read) {
		model = Optional.of(read);
		try {
			layers = MixtureLayers.of(read.network());
		} catch (StarfishException e) {
			// There will be layers when the user has chosen some.
			trouble = Optional.of(e.getMessage());
		}
		rank();
	}

	private void chooseLayers() {
		model.ifPresent(read -> {
			List<Layer> all = read.network().layers().stream().filter(layer -> !(layer.operation() instanceof Input)).toList();
			ListSelectionDialog dialog = ListSelectionDialog.of(all).title(Messages.MixturePicker_layersTitle)
					.message(Messages.MixturePicker_layersText).contentProvider(ArrayContentProvider.getInstance())
					.labelProvider(LabelProvider.createTextProvider(layer -> ((Layer) layer).name()))
					.preselect(layers.toArray()).create(control.getShell());
			if (dialog.open() == Window.OK && dialog.getResult().length > 0) {
				layers = Stream.of(dialog.getResult()).map(Layer.class::cast).toList();
				trouble = Optional.empty();
				rank();
			}
		});
	}

	/** Looks at the images, unless that has been done. */
	private void rank() {
		Job.getJobManager().cancel(this);
		running = Optional.empty();
		if (model.isPresent() && !layers.isEmpty() && !images.paths().isEmpty()) {
			var request = new RankingJob.Request(model.get().file().path(), layers, images.paths(), background.paths());
			trouble = Optional.empty();
			if (answer.filter(last -> last.request().equals(request)).isEmpty()) {
				answer = Optional.empty();
				running = Optional.of(request);
				new RankingJob(this, request, new Listener()).schedule();
			}
		} else {
			answer = Optional.empty();
		}
		show();
	}

	private void stop() {
		Job.getJobManager().cancel(this);
		running = Optional.empty();
		show();
	}

	private void show() {
		tree.show(answer.map(last -> UnitRanking.of(last.request().layers(), last.images(), last.background(),
				top.getSelection())).orElse(Map.of()));
		selected();
		refresh();
		changed.run();
	}

	private void othersChecked() {
		refresh();
		changed.run();
	}

	private void selected() {
		factor.setEnabled(!tree.selected().isEmpty());
		factor.setSelection((int) Math.round(tree.selectedFactor() * TENTHS));
	}

	private void refresh() {
		bar.setVisible(running.isPresent());
		if (running.isPresent()) {
			bar.setSelection(0);
		}
		boolean again = answer.isEmpty() && !images.paths().isEmpty() && !layers.isEmpty();
		stop.setVisible(running.isPresent() || again);
		stop.setText(running.isPresent() ? Messages.MixturePicker_stop : Messages.MixturePicker_again);
		state.setText(running.isPresent() ? Messages.MixturePicker_wait : answer.map(this::text).orElse(""));
		chooseLayers.setEnabled(model.isPresent());
		control.layout(true, true);
	}

	private String text(RankingJob.Answer last) {
		Map<Layer, List<RankedUnit>> checked = tree.checked();
		return NLS.bind(Messages.MixturePicker_result, new Object[] {
				checked.values().stream().mapToInt(List::size).sum(), checked.size(), last.images().images(),
				last.background().isPresent() ? Messages.MixturePicker_z : Messages.MixturePicker_sum });
	}

	/** What is still to be done before there are units, in one sentence. */
	public Optional<String> missing() {
		return images.paths().isEmpty() ? Optional.of(Messages.MixturePicker_noImages)
				: running.isPresent() ? Optional.of(Messages.MixturePicker_wait)
						: answer.isEmpty() ? Optional.of(Messages.MixturePicker_stopped)
								: tree.checked().isEmpty() ? Optional.of(Messages.MixturePicker_noUnits) : Optional.empty();
	}

	/** What is wrong, in one sentence. */
	public Optional<String> wrong() {
		return trouble;
	}

	/** What the units are called together. */
	public String name() {
		List<Path> all = images.paths();
		// A whole drive has no name.
		String first = all.stream().findFirst().map(Path::getFileName).map(Path::toString).orElse("").replaceFirst("\\.[^.]+$", "");
		return all.size() < 2 ? NLS.bind(Messages.MixturePicker_one, first)
				: NLS.bind(Messages.MixturePicker_several, first, all.size() - 1);
	}

	/**
	 * The checked units.
	 *
	 * @param asPaper whether they are weighed as the paper's program does
	 * @return empty if there are none
	 */
	public Optional<Target.OfUnits> target(boolean asPaper) {
		Map<Layer, List<RankedUnit>> checked = tree.checked();
		if (checked.isEmpty()) {
			return Optional.empty();
		}
		try {
			Target.OfUnits mixture = asPaper ? Mixture.asPaper(checked) : Mixture.of(checked);
			return Optional.of(new Target.OfUnits(mixture.units().stream().map(this::weighed).toList()));
		} catch (StarfishException e) {
			throw new IllegalStateException("there are units", e);
		}
	}

	private Target.Weighted weighed(Target.Weighted unit) {
		return new Target.Weighted(unit.address(), unit.weight() * tree.factor(unit.address().toString()), unit.energy());
	}

	/** Brings what the job says to the thread of the user interface. */
	private final class Listener implements RankingJob.Listener {
		private final Display display = control.getDisplay();

		private void later(RankingJob.Request request, Runnable work) {
			if (!display.isDisposed()) {
				display.asyncExec(() -> {
					if (!control.isDisposed() && running.filter(request::equals).isPresent()) {
						work.run();
					}
				});
			}
		}

		@Override
		public void advanced(RankingJob.Request request, String task, double fraction) {
			later(request, () -> {
				bar.setSelection((int) (fraction * BAR_STEPS));
				state.setText(NLS.bind(Messages.MixturePicker_progress, task, Math.round(100 * fraction)));
			});
		}

		@Override
		public void answered(RankingJob.Answer given) {
			later(given.request(), () -> {
				running = Optional.empty();
				answer = Optional.of(given);
				show();
			});
		}

		@Override
		public void failed(RankingJob.Request request, String sentence) {
			later(request, () -> {
				running = Optional.empty();
				trouble = Optional.of(sentence);
				show();
			});
		}
	}
}
