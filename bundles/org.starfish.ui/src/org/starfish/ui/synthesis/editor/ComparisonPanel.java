// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.starfish.core.activation.TopPredictions.Prediction;
import org.starfish.core.evaluation.Evaluation;
import org.starfish.ui.activation.GridColors;
import org.starfish.ui.synthesis.Fonts;
import org.starfish.ui.synthesis.editor.RecipeComparison.Row;

/** Two pictures at the same scale, and below them a table of what they are and in what they differ. */
final class ComparisonPanel {
	private static final int[] WEIGHTS = { 68, 32 };
	private static final int NAME_WEIGHT = 24;
	private static final int VALUE_WEIGHT = 38;

	private final Composite panel;
	private final Label message;
	private final PictureZoom zoom = new PictureZoom();
	private final PictureCanvas[] pictures = new PictureCanvas[2];
	private final Label[] names = new Label[2];
	private final Table table;
	private final Font bold;
	/** How many rows say what the networks answer; they stand first. */
	private int answers;

	ComparisonPanel(Composite parent) {
		panel = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(10, 8).spacing(8, 8).applyTo(panel);
		message = new Label(panel, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(message);
		var sash = new SashForm(panel, SWT.VERTICAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		var above = new Composite(sash, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).spacing(12, 4).applyTo(above);
		for (int i = 0; i < 2; i++) {
			names[i] = new Label(above, SWT.NONE);
			names[i].setFont(Fonts.bold(names[i]));
			GridDataFactory.fillDefaults().grab(true, false).applyTo(names[i]);
		}
		for (int i = 0; i < 2; i++) {
			pictures[i] = new PictureCanvas(above, zoom);
			GridDataFactory.fillDefaults().grab(true, true).applyTo(pictures[i]);
		}
		var host = new Composite(sash, SWT.NONE);
		table = new Table(host, SWT.FULL_SELECTION | SWT.BORDER);
		table.setHeaderVisible(true);
		bold = Fonts.bold(table);
		var columns = new TableColumnLayout();
		host.setLayout(columns);
		columns.setColumnData(new TableColumn(table, SWT.NONE), new ColumnWeightData(NAME_WEIGHT));
		for (int i = 0; i < 2; i++) {
			columns.setColumnData(new TableColumn(table, SWT.NONE), new ColumnWeightData(VALUE_WEIGHT));
		}
		sash.setWeights(WEIGHTS);
	}

	void setFocus() {
		pictures[0].setFocus();
	}

	/** Says why there is nothing to see; empty for nothing. */
	void say(String sentence) {
		message.setText(sentence);
		Buttons.show(message, !sentence.isEmpty());
		panel.layout(true, true);
	}

	/** Shows two pictures. */
	void show(StoredPicture first, StoredPicture second, ComparisonInput files) {
		zoom.fit(Math.max(first.picture().width(), second.picture().width()),
				Math.max(first.picture().height(), second.picture().height()));
		pictures[0].show(first.picture(), RecipeText.title(first.recipe()));
		pictures[1].show(second.picture(), RecipeText.title(second.recipe()));
		names[0].setText(files.first().getFileName().toString());
		names[1].setText(files.second().getFileName().toString());
		table.getColumn(1).setText(names[0].getText());
		table.getColumn(2).setText(names[1].getText());
		for (Row row : RecipeComparison.of(first, second)) {
			add(row, table.getItemCount());
		}
		say("");
	}

	private TableItem add(Row row, int index) {
		var item = new TableItem(table, SWT.NONE, index);
		item.setText(new String[] { row.name(), row.first(), row.second() });
		if (row.isSame()) {
			item.setForeground(GridColors.muted(table));
		} else {
			item.setFont(0, bold);
		}
		return item;
	}

	/** Shows what the network of a picture answers to it. */
	void evaluated(int place, Evaluation evaluation) {
		set(Messages.ComparisonPanel_reached, place, Numbers.plain(evaluation.reached()));
		if (evaluation.rank() > 0) {
			set(Messages.ComparisonPanel_rank, place, Integer.toString(evaluation.rank()));
		}
		List<Prediction> top = evaluation.predictions().top();
		if (!top.isEmpty() && !top.get(0).label().isEmpty()) {
			set(Messages.EvaluationPanel_says, place, NLS.bind(Messages.EvaluationPanel_unit,
					top.get(0).label().split(",", 2)[0].strip(), Numbers.plain(top.get(0).value())));
		}
	}

	private void set(String name, int place, String value) {
		TableItem found = null;
		for (TableItem item : table.getItems()) {
			found = item.getText(0).equals(name) ? item : found;
		}
		TableItem item = found == null ? add(new Row(name, "", ""), answers++) : found;
		item.setText(place + 1, value);
		item.setForeground(null);
	}
}
