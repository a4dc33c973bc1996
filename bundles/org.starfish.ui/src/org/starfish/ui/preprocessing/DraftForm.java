// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.preprocessing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.starfish.core.image.Fit;
import org.starfish.core.network.Shape;
import org.starfish.core.preprocessing.ColorOrder;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.ui.activation.GridColors;
import org.starfish.ui.preprocessing.Draft.Field;

/** The fields that a draft is written in, with what is wrong beside each. */
final class DraftForm {
	private static final List<ColorOrder> ORDERS = List.of(ColorOrder.RGB, ColorOrder.BGR, ColorOrder.GRAY);
	private static final List<Fit> FITS = List.of(Fit.CROP, Fit.STRETCH);
	private static final int FIELD_WIDTH = 64;

	private final int channels;
	private final BiConsumer<Draft, Object> changed;
	private final Runnable left;
	private final Composite form;
	private final List<String> presets = List.copyOf(Preprocessing.presets().keySet());
	private final Combo preset;
	private final Label description;
	private final Combo order;
	private final Text black;
	private final Text white;
	private final List<Label> meanNames = new ArrayList<>();
	private final List<Text> mean = new ArrayList<>();
	private final List<Label> deviationNames = new ArrayList<>();
	private final List<Text> deviation = new ArrayList<>();
	private final Combo fit;
	private final CLabel rangeMessage;
	private final CLabel meanMessage;
	private final CLabel deviationMessage;
	private Draft draft;
	private boolean showing;

	/**
	 * @param input of the network
	 * @param changed told what the user has written, and where: changes of the same object belong together
	 * @param left told when the user leaves a field
	 */
	DraftForm(Composite parent, Shape input, BiConsumer<Draft, Object> changed, Runnable left) {
		this.changed = changed;
		this.left = left;
		channels = channels(input);
		form = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 8).applyTo(form);
		name(Messages.DraftForm_preset);
		preset = new Combo(form, SWT.READ_ONLY);
		presets.forEach(preset::add);
		preset.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> presetChosen()));
		new Label(form, SWT.NONE);
		description = muted(new Label(form, SWT.WRAP));
		wide(description);
		name(Messages.DraftForm_order);
		order = new Combo(form, SWT.READ_ONLY);
		order.setItems(Messages.DraftForm_rgb, Messages.DraftForm_bgr, Messages.DraftForm_gray);
		order.setEnabled(channels > 1);
		order.addSelectionListener(SelectionListener.widgetSelectedAdapter(
				event -> change(draft.ordered(ORDERS.get(order.getSelectionIndex())), order)));
		name(Messages.DraftForm_range);
		Composite range = row(5);
		muted(new Label(range, SWT.NONE)).setText(Messages.DraftForm_black);
		black = field(range, Messages.DraftForm_blackName);
		muted(new Label(range, SWT.NONE)).setText(Messages.DraftForm_white);
		white = field(range, Messages.DraftForm_whiteName);
		rangeMessage = message(range);
		name(Messages.DraftForm_mean);
		meanMessage = addFields(meanNames, mean, Messages.DraftForm_meanName);
		name(Messages.DraftForm_deviation);
		deviationMessage = addFields(deviationNames, deviation, Messages.DraftForm_deviationName);
		name(Messages.DraftForm_fit);
		fit = new Combo(form, SWT.READ_ONLY);
		fit.setItems(Messages.DraftForm_crop, Messages.DraftForm_stretch);
		fit.addSelectionListener(SelectionListener
				.widgetSelectedAdapter(event -> change(draft.fitted(FITS.get(fit.getSelectionIndex())), fit)));
		name(Messages.DraftForm_size);
		var size = new Label(form, SWT.WRAP);
		size.setText(NLS.bind(Messages.DraftForm_sizeIs,
				new Object[] { input.width(), input.height(), input.channels(), input.channelAxis() == 0
						? Messages.DraftForm_channelsFirst : Messages.DraftForm_channelsLast }));
		wide(size);
		name(Messages.DraftForm_formula);
		var formula = muted(new Label(form, SWT.WRAP));
		formula.setText(Messages.DraftForm_formulaIs);
		wide(formula);
	}

	/** Of a network's input, as far as pictures can have them. */
	static int channels(Shape input) {
		return input.channels() == 1 ? 1 : 3;
	}

	private void name(String text) {
		var label = new Label(form, SWT.NONE);
		label.setText(text);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
	}

	private static void wide(Label label) {
		GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(label);
	}

	private Composite row(int columns) {
		var row = new Composite(form, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(columns).spacing(6, 0).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		return row;
	}

	private Text field(Composite parent, String name) {
		var field = new Text(parent, SWT.BORDER | SWT.RIGHT);
		GridDataFactory.swtDefaults().hint(FIELD_WIDTH, SWT.DEFAULT).applyTo(field);
		field.addModifyListener(event -> typed(field));
		field.addFocusListener(FocusListener.focusLostAdapter(event -> left.run()));
		field.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = name;
			}
		});
		return field;
	}

	private CLabel addFields(List<Label> names, List<Text> fields, String name) {
		Composite row = row(2 * channels + 1);
		for (int channel = 0; channel < channels; channel++) {
			names.add(muted(new Label(row, SWT.NONE)));
			fields.add(field(row, NLS.bind(name, channel + 1)));
		}
		return message(row);
	}

	private static CLabel message(Composite parent) {
		var message = new CLabel(parent, SWT.NONE);
		message.setMargins(0, 0, 0, 0);
		message.setForeground(JFaceResources.getColorRegistry().get(JFacePreferences.ERROR_COLOR));
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(message);
		message.setVisible(false);
		return message;
	}

	private static Label muted(Label label) {
		label.setForeground(GridColors.muted(label));
		return label;
	}

	Composite control() {
		return form;
	}

	void setFocus() {
		preset.setFocus();
	}

	private void presetChosen() {
		int index = preset.getSelectionIndex();
		if (index >= 0 && index < presets.size()) {
			change(Draft.of(Preprocessing.preset(presets.get(index)).orElseThrow(), channels), preset);
		}
	}

	private void typed(Text field) {
		if (!showing) {
			change(draft.ranged(black.getText(), white.getText()).normalized(texts(mean), texts(deviation)), field);
		}
	}

	private static List<String> texts(List<Text> fields) {
		return fields.stream().map(Text::getText).toList();
	}

	private void change(Draft other, Object where) {
		if (!other.equals(draft)) {
			changed.accept(other, where);
		}
	}

	/** Shows a draft; does not tell about it. */
	void show(Draft other) {
		draft = other;
		showing = true;
		try {
			showPreset();
			order.select(ORDERS.indexOf(channels == 1 ? ColorOrder.GRAY : other.order()));
			show(black, other.black());
			show(white, other.white());
			for (int channel = 0; channel < channels; channel++) {
				show(mean.get(channel), other.mean().get(channel));
				show(deviation.get(channel), other.deviation().get(channel));
				String letter = letter(other.order(), channel, channels);
				meanNames.get(channel).setText(letter);
				deviationNames.get(channel).setText(letter);
			}
			fit.select(FITS.indexOf(other.fit()));
		} finally {
			showing = false;
		}
		Map<Field, String> problems = other.problems();
		show(rangeMessage, problems.getOrDefault(Field.BLACK, problems.get(Field.WHITE)));
		show(meanMessage, problems.get(Field.MEAN));
		show(deviationMessage, problems.get(Field.DEVIATION));
		form.requestLayout();
	}

	private void showPreset() {
		int index = draft.parse().filter(parsed -> Preprocessing.preset(parsed.name()).filter(parsed::equals).isPresent())
				.map(parsed -> presets.indexOf(parsed.name())).orElse(-1);
		boolean custom = index < 0;
		if (custom && preset.getItemCount() == presets.size()) {
			preset.add(Messages.DraftForm_custom);
		} else if (!custom && preset.getItemCount() > presets.size()) {
			preset.remove(presets.size());
		}
		preset.select(custom ? presets.size() : index);
		description.setText(custom ? Messages.DraftForm_customIs : PresetText.of(presets.get(index)));
	}

	private static void show(Text field, String text) {
		if (!field.getText().equals(text)) {
			field.setText(text);
		}
	}

	private static void show(CLabel message, String problem) {
		message.setText(problem == null ? "" : problem);
		message.setImage(problem == null ? null
				: FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_ERROR).getImage());
		message.setVisible(problem != null);
	}

	/** Which colour a channel of the network is. */
	static String letter(ColorOrder order, int channel, int channels) {
		if (channels == 1 || order == ColorOrder.GRAY) {
			return channels == 1 ? "" : Integer.toString(channel + 1);
		}
		List<String> letters = List.of(Messages.DraftForm_red, Messages.DraftForm_green, Messages.DraftForm_blue);
		return letters.get(order == ColorOrder.RGB ? channel : 2 - channel);
	}
}
