// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.preprocessing;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.starfish.core.activation.ChannelStatistics;
import org.starfish.core.activation.Predictions;
import org.starfish.core.activation.PreparedInput;
import org.starfish.core.image.Fit;
import org.starfish.ui.activation.GridColors;
import org.starfish.ui.activation.ModelSession;
import org.starfish.ui.activation.PredictionsView;

/** What a preprocessing makes of the current picture: what the network sees, the numbers it is given, and what it says. */
final class EffectPanel {
	private final ModelSession session;
	private final ScrolledComposite scroller;
	private final Composite panel;
	private final Font bold;
	private final SeenView seen;
	private final Label caption;
	private final Label numbers;
	private final PredictionsView predictions;
	private final Label state;
	private PreparedInput shown;

	EffectPanel(Composite parent, ModelSession session) {
		this.session = session;
		scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
		scroller.setExpandHorizontal(true);
		scroller.setExpandVertical(true);
		panel = new Composite(scroller, SWT.NONE);
		scroller.setContent(panel);
		GridLayoutFactory.fillDefaults().margins(16, 12).spacing(8, 6).applyTo(panel);
		var resources = new LocalResourceManager(JFaceResources.getResources(), panel);
		bold = resources.create(FontDescriptor.createFrom(panel.getFont()).setStyle(SWT.BOLD));
		heading(Messages.EffectPanel_seen);
		seen = new SeenView(panel);
		GridDataFactory.swtDefaults().applyTo(seen);
		caption = muted();
		heading(Messages.EffectPanel_numbers);
		numbers = new Label(panel, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(numbers);
		heading(Messages.EffectPanel_says);
		predictions = new PredictionsView(panel);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(predictions);
		state = muted();
		scroller.addListener(SWT.Resize, event -> fit());
	}

	private void heading(String text) {
		var label = new Label(panel, SWT.NONE);
		label.setText(text);
		label.setFont(bold);
		GridDataFactory.fillDefaults().indent(0, 4).applyTo(label);
	}

	private Label muted() {
		var label = new Label(panel, SWT.WRAP);
		label.setForeground(GridColors.muted(label));
		GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(label);
		return label;
	}

	/** Shows what is known now. */
	void refresh() {
		Optional<PreparedInput> input = session.input().filter(known -> session.picture().isPresent());
		input.filter(known -> known != shown).ifPresent(this::show);
		predictions.show(session.predictions().orElse(null));
		String text = session.picture().isEmpty() ? Messages.EffectPanel_noPicture
				: session.answerTrouble().orElseGet(() -> session.predictions().map(EffectPanel::time)
						.orElse(session.isAsking() ? Messages.EffectPanel_asking : ""));
		if (!text.equals(state.getText())) {
			state.setText(text);
			fit();
		}
	}

	private static String time(Predictions known) {
		return known.nanoseconds() == 0 ? "" : NLS.bind(Messages.EffectPanel_time, Math.max(1, known.nanoseconds() / 1_000_000));
	}

	private void show(PreparedInput input) {
		shown = input;
		String text = NLS.bind(input.preprocessing().fit() == Fit.CROP ? Messages.EffectPanel_cropped
				: Messages.EffectPanel_stretched,
				new Object[] { session.picture().orElseThrow().name(), input.picture().width(), input.picture().height(),
						input.shape().width(), input.shape().height() });
		seen.show(input.seen(), text);
		caption.setText(text);
		List<ChannelStatistics> statistics = input.statistics();
		var lines = new StringBuilder();
		for (int channel = 0; channel < statistics.size(); channel++) {
			ChannelStatistics each = statistics.get(channel);
			String letter = DraftForm.letter(input.preprocessing().order(), channel, statistics.size());
			lines.append(lines.isEmpty() ? "" : "\n").append(NLS.bind(
					letter.isEmpty() ? Messages.EffectPanel_range : Messages.EffectPanel_channelRange,
					new Object[] { number(each.minimum()), number(each.maximum()), number(each.mean()), letter }));
		}
		numbers.setText(lines.toString());
		fit();
	}

	private static String number(float value) {
		return (Math.abs(value) < 10 ? "%.2f" : "%.1f").formatted(value);
	}

	private void fit() {
		panel.layout();
		scroller.setMinHeight(panel.computeSize(scroller.getClientArea().width, SWT.DEFAULT).y);
	}
}
