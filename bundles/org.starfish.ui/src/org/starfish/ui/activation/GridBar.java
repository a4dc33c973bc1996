// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.starfish.core.activation.Bounds;
import org.starfish.core.activation.ChannelSort;
import org.starfish.core.activation.LayerActivation;
import org.starfish.core.activation.TileGrid.Range;
import org.starfish.core.image.Colormap;
import org.starfish.core.model.LayerFacts;
import org.starfish.core.model.ModelFacts;

/** The controls above the grid: which layer, and how its channels are shown. */
final class GridBar {
	/** What the user can ask for. */
	interface Commands {
		/** Shows channels in another look. */
		void look(GridLook look);

		/** Sorts by likeness to the channel that is selected now. */
		void sortBySimilarity();

		/** Offers to export what is shown, in a menu below a control. */
		void export(Control below);

		/** Keeps what is shown, to be compared, or lets it go. */
		void pin(boolean pinned);
	}

	private static final List<Colormap> COLORMAPS = List.of(Colormap.VIRIDIS, Colormap.MAGMA, Colormap.GRAY,
			Colormap.DIVERGING);
	private static final List<Range> RANGES = List.of(Range.CHANNEL, Range.LAYER, Range.SYMMETRIC);
	private static final List<ChannelSort> SORTS = List.of(ChannelSort.INDEX, ChannelSort.MAXIMUM, ChannelSort.MEAN,
			ChannelSort.ACTIVITY, ChannelSort.SIMILARITY);
	/** The spinner counts hundredths. */
	private static final int HUNDRED = 100;
	private static final int FIELD_WIDTH = 56;

	private final ModelSession session;
	private final Commands commands;
	private final Composite bar;
	private final Button previous;
	private final Button layer;
	private final Button next;
	private final Label size;
	private final Combo color;
	private final Combo range;
	private final Composite bounds;
	private final Text low;
	private final Text high;
	private final Spinner gamma;
	private final Combo sort;
	private final Button hideDead;
	private final Button export;
	private final Button pin;
	private GridLook look = GridLook.DEFAULT;
	private LayerActivation shown;

	GridBar(Composite parent, ModelSession session, Commands commands) {
		this.session = session;
		this.commands = commands;
		bar = new Composite(parent, SWT.NONE);
		RowLayoutFactory.swtDefaults().wrap(true).center(true).spacing(12).margins(6, 4).applyTo(bar);
		Composite layers = group();
		previous = button(layers, SWT.FLAT, "\u2039", Messages.GridBar_previous, () -> step(-1));
		layer = button(layers, SWT.PUSH, "", Messages.GridBar_layer, () -> openLayers(""));
		layer.addKeyListener(KeyListener.keyPressedAdapter(event -> {
			if (event.keyCode == SWT.ARROW_DOWN) {
				openLayers("");
			} else if (Character.isLetterOrDigit(event.character) && (event.stateMask & ~SWT.SHIFT) == 0) {
				openLayers(Character.toString(event.character));
			}
		}));
		next = button(layers, SWT.FLAT, "\u203a", Messages.GridBar_next, () -> step(1));
		size = new Label(layers, SWT.NONE);
		color = combo(Messages.GridBar_color, names(Messages.GridBar_viridis, Messages.GridBar_magma,
				Messages.GridBar_gray, Messages.GridBar_diverging), index -> change(look.with(COLORMAPS.get(index))));
		range = combo(Messages.GridBar_range, names(Messages.GridBar_perChannel, Messages.GridBar_perLayer,
				Messages.GridBar_symmetric, Messages.GridBar_fixed), this::rangeChosen);
		bounds = new Composite(range.getParent(), SWT.NONE);
		RowLayoutFactory.fillDefaults().center(true).spacing(4).applyTo(bounds);
		low = field(Messages.GridBar_low);
		new Label(bounds, SWT.NONE).setText("\u2013");
		high = field(Messages.GridBar_high);
		gamma = gamma();
		sort = combo(Messages.GridBar_sort, names(Messages.GridBar_index, Messages.GridBar_maximum,
				Messages.GridBar_mean, Messages.GridBar_activity, Messages.GridBar_similarity), this::sortChosen);
		hideDead = new Button(bar, SWT.CHECK);
		hideDead.setToolTipText(Messages.GridBar_hideDeadHint);
		hideDead.addSelectionListener(SelectionListener.widgetSelectedAdapter(
				event -> change(look.hidingDead(hideDead.getSelection()))));
		Composite actions = group();
		export = button(actions, SWT.PUSH, Messages.GridBar_export, Messages.GridBar_exportHint,
				() -> commands.export(actions));
		pin = button(actions, SWT.TOGGLE, Messages.GridBar_pin, Messages.GridBar_pinHint, this::pinPressed);
		refreshLook();
		hideDead.setText(Messages.GridBar_hideDeadUnknown);
	}

	private void pinPressed() {
		commands.pin(pin.getSelection());
	}

	private static String[] names(String... names) {
		return names;
	}

	private Composite group() {
		Composite group = new Composite(bar, SWT.NONE);
		RowLayoutFactory.fillDefaults().center(true).spacing(4).applyTo(group);
		return group;
	}

	private static Button button(Composite parent, int style, String text, String hint, Runnable action) {
		Button button = new Button(parent, style);
		button.setText(text);
		button.setToolTipText(hint);
		name(button, hint);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
		return button;
	}

	private static void name(Control control, String name) {
		control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = control instanceof Button button && button.getText().length() > 1
						? name + " " + button.getText()
						: name;
			}
		});
	}

	private Combo combo(String name, String[] items, Consumer<Integer> chosen) {
		Composite group = group();
		new Label(group, SWT.NONE).setText(name);
		Combo combo = new Combo(group, SWT.READ_ONLY);
		combo.setItems(items);
		name(combo, name);
		combo.addSelectionListener(
				SelectionListener.widgetSelectedAdapter(event -> chosen.accept(combo.getSelectionIndex())));
		return combo;
	}

	private Text field(String name) {
		Text text = new Text(bounds, SWT.BORDER | SWT.SINGLE);
		text.setToolTipText(name);
		name(text, name);
		text.setLayoutData(new RowData(FIELD_WIDTH, SWT.DEFAULT));
		text.addListener(SWT.DefaultSelection, event -> boundsTyped());
		text.addListener(SWT.FocusOut, event -> boundsTyped());
		return text;
	}

	private Spinner gamma() {
		Composite group = group();
		new Label(group, SWT.NONE).setText(Messages.GridBar_gamma);
		Spinner spinner = new Spinner(group, SWT.BORDER);
		spinner.setValues(HUNDRED, 10, 5 * HUNDRED, 2, 5, 50);
		spinner.setToolTipText(Messages.GridBar_gammaHint);
		name(spinner, Messages.GridBar_gamma);
		spinner.addSelectionListener(SelectionListener.widgetSelectedAdapter(
				event -> change(look.with(spinner.getSelection() / (double) HUNDRED))));
		return spinner;
	}

	Composite control() {
		return bar;
	}

	/** Shows which layers there are and which one is looked at. */
	void refreshLayer() {
		session.layer().ifPresent(name -> {
			layer.setText(NLS.bind(Messages.GridBar_layerButton, name));
			size.setText(session.facts().flatMap(facts -> facts.find(name)).map(GridBar::size).orElse(""));
			List<LayerFacts> layers = layers();
			int index = index();
			previous.setEnabled(index > 0);
			next.setEnabled(index < layers.size() - 1);
			widen(layer, size);
		});
	}

	/** As in {@code 512 channels, 14x14}. */
	private static String size(LayerFacts facts) {
		return facts.shape().isSpatial()
				? NLS.bind(Messages.GridBar_channels, new Object[] { facts.shape().channels(), facts.shape().width(),
						facts.shape().height() })
				: NLS.bind(Messages.GridBar_elements, facts.shape().size());
	}

	/**
	 * Shows how channels are shown, and what is known of them.
	 *
	 * @param pinned whether something is kept to be compared
	 */
	void refresh(GridState state, boolean pinned) {
		pin.setSelection(pinned);
		if (state.activation() == shown && state.look().equals(look)) {
			return;
		}
		boolean bounded = look.fixed().isPresent();
		shown = state.activation();
		look = state.look();
		refreshLook();
		hideDead.setText(NLS.bind(Messages.GridBar_hideDead, shown.dead()));
		hideDead.setEnabled(shown.dead() > 0 || look.hideDead());
		if (bounded != look.fixed().isPresent()) {
			relayout();
		} else {
			widen(hideDead);
		}
	}

	private void refreshLook() {
		color.select(COLORMAPS.indexOf(look.colormap()));
		range.select(look.fixed().isPresent() ? RANGES.size() : RANGES.indexOf(look.range()));
		look.fixed().ifPresent(fixed -> {
			low.setText(Float.toString(fixed.low()));
			high.setText(Float.toString(fixed.high()));
		});
		bounds.setVisible(look.fixed().isPresent());
		var data = new RowData();
		data.exclude = look.fixed().isEmpty();
		bounds.setLayoutData(data);
		gamma.setSelection((int) Math.round(look.gamma() * HUNDRED));
		sort.select(SORTS.indexOf(look.sort()));
		hideDead.setSelection(look.hideDead());
	}

	/** What needs more room than it ever had gets it; all stays where it is while one goes from layer to layer. */
	private void widen(Control... changed) {
		boolean wider = false;
		for (Control control : changed) {
			int needed = control.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
			if (!(control.getLayoutData() instanceof RowData room) || room.width < needed) {
				control.setLayoutData(new RowData(needed, SWT.DEFAULT));
				wider = true;
			}
		}
		if (wider) {
			relayout();
		}
	}

	/** Wider controls may need another row. */
	private void relayout() {
		bar.layout(true, true);
		bar.getParent().layout(true, false);
	}

	private List<LayerFacts> layers() {
		return session.facts().map(ModelFacts::layers).orElse(List.of());
	}

	private int index() {
		List<LayerFacts> layers = layers();
		for (int i = 0; i < layers.size(); i++) {
			if (layers.get(i).name().equals(session.layer().orElse(null))) {
				return i;
			}
		}
		return -1;
	}

	/** Goes to a layer before or behind, in running order. */
	void step(int step) {
		int to = index() + step;
		if (to >= 0 && to < layers().size()) {
			session.showLayer(layers().get(to).name());
		}
	}

	/** Opens the list of layers. */
	void openLayers(String typed) {
		new LayerPopup(layer, layers(), session.layer().orElse(""), typed, session::showLayer).open();
	}

	private void change(GridLook other) {
		commands.look(other);
	}

	private void sortChosen(int index) {
		if (SORTS.get(index) == ChannelSort.SIMILARITY) {
			commands.sortBySimilarity();
		} else {
			change(look.with(SORTS.get(index)));
		}
	}

	/** Fixed bounds begin with those of the layer. */
	private void rangeChosen(int index) {
		if (index < RANGES.size()) {
			change(look.with(RANGES.get(index)));
		} else {
			change(look.with(session.activation().map(LayerActivation::bounds).orElse(new Bounds(0, 1))));
			low.setFocus();
		}
	}

	private void boundsTyped() {
		if (look.fixed().isEmpty()) {
			return;
		}
		try {
			var typed = new Bounds(Float.parseFloat(low.getText().strip()), Float.parseFloat(high.getText().strip()));
			if (Float.isFinite(typed.low()) && Float.isFinite(typed.high()) && !typed.equals(look.fixed().get())) {
				change(look.with(typed));
			}
		} catch (NumberFormatException e) {
			// Not finished, or no number: shows again what holds.
			low.setText(Float.toString(look.fixed().get().low()));
			high.setText(Float.toString(look.fixed().get().high()));
		}
	}
}
