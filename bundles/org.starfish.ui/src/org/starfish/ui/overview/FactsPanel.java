// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.overview;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.starfish.core.engine.Engine;
import org.starfish.core.model.LayerFacts;
import org.starfish.core.model.Model;
import org.starfish.core.model.ModelFacts;
import org.starfish.ui.activation.GridColors;
import org.starfish.ui.activation.ModelSession;
import org.starfish.ui.model.Quantity;

/** What is to be told about a model, beside its graph. */
final class FactsPanel {
	/** So many delegated layers are named. */
	private static final int NAMED = 12;
	private static final int BARS = 8;
	private static final int SPACE_ABOVE_HEADING = 12;
	private static final String HOME = "~";

	private final ModelSession session;
	private final Consumer<String> chosen;
	private final ScrolledComposite scroller;
	private final Composite panel;
	private final Font bold;
	private Label preprocessing;
	private Label engine;

	/**
	 * @param chosen told the name of a layer that is to be shown
	 */
	FactsPanel(Composite parent, ModelSession session, Consumer<String> chosen) {
		this.session = session;
		this.chosen = chosen;
		scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
		scroller.setExpandHorizontal(true);
		scroller.setExpandVertical(true);
		panel = new Composite(scroller, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 8).spacing(12, 4).applyTo(panel);
		scroller.setContent(panel);
		var resources = new LocalResourceManager(JFaceResources.getResources(), panel);
		bold = resources.create(FontDescriptor.createFrom(panel.getFont()).setStyle(SWT.BOLD));
		ModelFacts facts = session.facts().orElseThrow();
		addModel(facts, session.network().orElseThrow().model());
		addNetwork(facts);
		engine = fact(Messages.FactsPanel_engine, Messages.FactsPanel_engineWaits);
		addDelegated(facts);
		addExpensive(facts);
		scroller.addListener(SWT.Resize, event -> fit());
		refresh();
	}

	private void addModel(ModelFacts facts, Model model) {
		heading(facts.file().getFileName().toString(), 0);
		fact(Messages.FactsPanel_format, facts.format());
		facts.details().forEach(detail -> fact(detail.name(), detail.value()));
		fact(Messages.FactsPanel_folder, folder(facts.file().toAbsolutePath().getParent()));
		fact(Messages.FactsPanel_labels,
				model.labels().map(labels -> NLS.bind(Messages.FactsPanel_labelCount, labels.size()))
						.orElse(Messages.FactsPanel_none));
		preprocessing = fact(Messages.FactsPanel_preprocessing, "");
	}

	/** Short, as shells write it. */
	private static String folder(Path folder) {
		Path home = Path.of(System.getProperty("user.home"));
		return folder.startsWith(home) ? HOME + folder.getFileSystem().getSeparator() + home.relativize(folder) : folder.toString();
	}

	private void addNetwork(ModelFacts facts) {
		heading(Messages.FactsPanel_network, SPACE_ABOVE_HEADING);
		fact(Messages.FactsPanel_input, text(facts.input()));
		List<LayerFacts> outputs = facts.outputs();
		fact(outputs.size() == 1 ? Messages.FactsPanel_output : Messages.FactsPanel_outputs,
				outputs.stream().map(FactsPanel::text).collect(Collectors.joining("\n")));
		fact(Messages.FactsPanel_layers, Integer.toString(facts.layers().size()));
		fact(Messages.FactsPanel_parameters, "%,d".formatted(facts.parameters()));
		fact(Messages.FactsPanel_operations, NLS.bind(Messages.FactsPanel_flops, Quantity.count(facts.flops())));
	}

	private void addDelegated(ModelFacts facts) {
		List<LayerFacts> delegated = facts.layers().stream().filter(layer -> layer.library().isPresent()).toList();
		if (delegated.isEmpty()) {
			fact(Messages.FactsPanel_runsAs, Messages.FactsPanel_compiled);
			return;
		}
		fact(Messages.FactsPanel_runsAs, NLS.bind(Messages.FactsPanel_delegated, delegated.size(),
				delegated.stream().map(layer -> layer.library().get()).distinct().collect(Collectors.joining(", "))));
		heading(Messages.FactsPanel_delegatedHeading, SPACE_ABOVE_HEADING);
		delegated.stream().limit(NAMED).forEach(layer -> {
			var link = new Link(panel, SWT.NONE);
			link.setText("<a>" + layer.name() + "</a>");
			link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> chosen.accept(layer.name())));
			GridDataFactory.fillDefaults().applyTo(link);
			muted(new Label(panel, SWT.NONE)).setText(layer.kind());
		});
		if (delegated.size() > NAMED) {
			Label more = muted(new Label(panel, SWT.NONE));
			more.setText(NLS.bind(Messages.FactsPanel_more, delegated.size() - NAMED));
			GridDataFactory.fillDefaults().span(2, 1).applyTo(more);
		}
	}

	private void addExpensive(ModelFacts facts) {
		List<LayerFacts> expensive = facts.layers().stream().filter(layer -> layer.share() > 0)
				.sorted(Comparator.comparingDouble(LayerFacts::share).reversed()).limit(BARS).toList();
		if (expensive.isEmpty()) {
			return;
		}
		heading(Messages.FactsPanel_expensive, SPACE_ABOVE_HEADING);
		var bars = new ShareBars(panel, expensive, chosen);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(bars);
	}

	private static String text(LayerFacts layer) {
		String shape = Quantity.shapeInWords(layer.shape()).replace(" \u00d7 ", "\u00a0\u00d7\u00a0");
		return NLS.bind(Messages.FactsPanel_layer, layer.name(), shape);
	}

	private void heading(String text, int above) {
		var label = new Label(panel, SWT.NONE);
		label.setText(text);
		label.setFont(bold);
		GridDataFactory.fillDefaults().span(2, 1).indent(0, above).applyTo(label);
	}

	private Label fact(String name, String value) {
		Label key = muted(new Label(panel, SWT.NONE));
		key.setText(name);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(key);
		var label = new Label(panel, SWT.WRAP);
		label.setText(value);
		GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(label);
		return label;
	}

	private static Label muted(Label label) {
		label.setForeground(GridColors.muted(label));
		return label;
	}

	/** The preprocessing may have changed, or the network may have answered for the first time. */
	void refresh() {
		if (session.activation().isPresent()) {
			// It runs, so that it tells at once what it is.
			show(engine, Engine.description());
		}
		Model model = session.network().orElseThrow().model();
		session.preprocessing().ifPresent(used -> {
			boolean changed = !used.equals(model.preprocessing());
			String text = changed ? NLS.bind(Messages.FactsPanel_changed, used.name())
					: model.preprocessingGuessed() ? NLS.bind(Messages.FactsPanel_guessed, used.name())
							: NLS.bind(Messages.FactsPanel_stored, used.name());
			show(preprocessing, text);
		});
	}

	private void show(Label label, String text) {
		if (!text.equals(label.getText())) {
			label.setText(text);
			panel.requestLayout();
			fit();
		}
	}

	private void fit() {
		scroller.setMinHeight(panel.computeSize(scroller.getClientArea().width, SWT.DEFAULT).y);
	}
}
