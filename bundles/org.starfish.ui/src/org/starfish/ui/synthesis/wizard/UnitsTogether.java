// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.starfish.core.synthesis.recipe.Interpolation;
import org.starfish.core.synthesis.recipe.Target;

/** What to do with several units: a picture of each, one picture of all, or pictures between two. */
final class UnitsTogether {
	private static final int EACH = 0;
	private static final int ALL = 1;
	private static final int BETWEEN = 2;
	private static final int USUAL_BETWEEN = 5;
	private static final int MOST_BETWEEN = 50;
	/** So many units are named; of more, the first and the number. */
	private static final int NAMED = 3;
	private static final int WEIGHTS_WIDTH = 200;

	private final Runnable changed;
	private final Composite control;
	private final Combo way;
	private final Label weightsLabel;
	private final CheckedField weights;
	private final Label countLabel;
	private final Spinner count;
	private final Label meaning;
	private List<UnitCandidate> units = List.of();
	private List<Double> weighing = List.of();
	/** What was begun with, of which it is kept whether units count by half their squares. */
	private List<Target.Weighted> begun = List.of();
	private boolean writing;

	/**
	 * @param changed told when the user has said something else
	 */
	UnitsTogether(Composite parent, Runnable changed) {
		this.changed = changed;
		control = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(5).spacing(10, 6).applyTo(control);
		way = new Combo(control, SWT.READ_ONLY);
		way.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> said()));
		weightsLabel = new Label(control, SWT.NONE);
		weightsLabel.setText(Messages.UnitsTogether_weights);
		GridDataFactory.swtDefaults().applyTo(weightsLabel);
		weights = new CheckedField(control, this::checkWeights, this::said);
		GridDataFactory.swtDefaults().hint(WEIGHTS_WIDTH, SWT.DEFAULT).applyTo(weights.text());
		countLabel = new Label(control, SWT.NONE);
		countLabel.setText(Messages.UnitsTogether_count);
		GridDataFactory.swtDefaults().applyTo(countLabel);
		count = new Spinner(control, SWT.BORDER);
		count.setValues(USUAL_BETWEEN, 2, MOST_BETWEEN, 0, 1, 5);
		count.addModifyListener(event -> said());
		GridDataFactory.swtDefaults().applyTo(count);
		meaning = new Label(control, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).span(5, 1).applyTo(meaning);
	}

	Control control() {
		return control;
	}

	/** Begins anew with what was picked. */
	void show(List<UnitCandidate> others) {
		if (units.equals(others)) {
			return;
		}
		units = List.copyOf(others);
		int last = way.getSelectionIndex();
		List<String> ways = new ArrayList<>(List.of(Messages.UnitsTogether_each));
		// Layers as a whole are of another kind than weighted units.
		if (units.stream().noneMatch(UnitCandidate::isLayer)) {
			ways.add(Messages.UnitsTogether_all);
			if (units.size() == 2) {
				ways.add(Messages.UnitsTogether_between);
			}
		}
		writing = true;
		way.setItems(ways.toArray(String[]::new));
		way.select(Math.max(0, Math.min(last, ways.size() - 1)));
		weights.text().setText(String.join(", ", Collections.nCopies(units.size(), "1")));
		writing = false;
		said();
	}

	/** Begins with weighted units, which are those that are shown. */
	void begin(Target.OfUnits target) {
		if (target.units().stream().map(Target.Weighted::address).toList()
				.equals(units.stream().map(UnitCandidate::unit).toList())) {
			begun = target.units();
			way.select(ALL);
			weights.text().setText(begun.stream().map(unit -> ParameterText.value(unit.weight())).collect(Collectors.joining(", ")));
			said();
		}
	}

	private Optional<String> checkWeights(String typed) {
		String[] parts = typed.strip().split("[,;\\s]+");
		try {
			List<Double> numbers = IntStream.range(0, parts.length).mapToObj(i -> Double.valueOf(parts[i])).toList();
			if (numbers.size() != units.size()) {
				return Optional.of(NLS.bind(Messages.UnitsTogether_wrongCount, units.size(), numbers.size()));
			}
			if (numbers.stream().anyMatch(number -> !Double.isFinite(number)) || numbers.stream().allMatch(number -> number == 0)) {
				return Optional.of(Messages.UnitsTogether_wrongWeights);
			}
			weighing = numbers;
			return Optional.empty();
		} catch (NumberFormatException e) {
			return Optional.of(Messages.UnitsTogether_wrongWeights);
		}
	}

	private void said() {
		if (writing) {
			return;
		}
		boolean all = way.getSelectionIndex() == ALL;
		boolean between = way.getSelectionIndex() == BETWEEN;
		show(weightsLabel, all);
		show(weights.text(), all);
		show(countLabel, between);
		show(count, between);
		weights.setChecked(all);
		List<Subject> subjects = subjects();
		meaning.setText(subjects.isEmpty() ? "" : meaning(subjects));
		control.layout(true);
		changed.run();
	}

	private String meaning(List<Subject> subjects) {
		return switch (way.getSelectionIndex()) {
		case ALL -> NLS.bind(Messages.UnitsTogether_meaningAll, subjects.get(0).name());
		case BETWEEN -> NLS.bind(Messages.UnitsTogether_meaningBetween, units.get(0).name(), units.get(1).name());
		default -> NLS.bind(Messages.UnitsTogether_meaningEach, units.get(0).name());
		};
	}

	private static void show(Control part, boolean shown) {
		part.setVisible(shown);
		((GridData) part.getLayoutData()).exclude = !shown;
	}

	/** What is wrong, in one sentence. */
	Optional<String> wrong() {
		return weights.wrong();
	}

	/** What the pictures are to be drawn for; none as long as something is wrong. */
	List<Subject> subjects() {
		return switch (way.getSelectionIndex()) {
		case ALL -> weights.wrong().isPresent() ? List.of() : List.of(new Subject(weighted(), names()));
		case BETWEEN -> IntStream.range(0, count.getSelection())
				.mapToObj(i -> between((double) i / (count.getSelection() - 1))).toList();
		default -> units.stream().map(Subject::of).toList();
		};
	}

	private Target weighted() {
		return new Target.OfUnits(IntStream.range(0, units.size())
				.mapToObj(i -> new Target.Weighted(units.get(i).unit(), weighing.get(i), isEnergy(units.get(i)))).toList());
	}

	private boolean isEnergy(UnitCandidate unit) {
		return begun.stream().anyMatch(weighted -> weighted.energy() && weighted.address().equals(unit.unit()));
	}

	private String names() {
		return units.size() <= NAMED ? units.stream().map(UnitCandidate::name).collect(Collectors.joining("+"))
				: NLS.bind(Messages.UnitsTogether_others, units.get(0).name(), units.size() - 1);
	}

	private Subject between(double share) {
		return new Subject(Interpolation.between(units.get(0).unit(), units.get(1).unit(), share),
				NLS.bind(Messages.UnitsTogether_share,
						new Object[] { units.get(0).name(), units.get(1).name(), Math.round(100 * share) }));
	}
}
