// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.starfish.core.network.UnitAddress.Position;

/** The map of a channel, or of the channel in all grids of a comparison. */
final class MapRow {
	private final Composite row;
	private final Label[] names = new Label[3];
	private final MapView a;
	private final MapView b;
	private final MapView difference;

	/**
	 * @param pointing told which position the mouse points to
	 * @param choosing told which position was chosen; none when the choice was taken back
	 */
	MapRow(Composite parent, Consumer<Optional<Position>> pointing, Consumer<Optional<Position>> choosing) {
		row = new Composite(parent, SWT.NONE);
		names[0] = name(Messages.GridArea_a);
		names[1] = name(Messages.GridArea_b);
		names[2] = name(Messages.GridArea_difference);
		a = map(pointing, choosing);
		b = map(pointing, choosing);
		difference = map(pointing, choosing);
		arrange(false);
	}

	private Label name(String text) {
		Label label = new Label(row, SWT.NONE);
		label.setText(text);
		label.setForeground(GridColors.muted(label));
		GridDataFactory.fillDefaults().applyTo(label);
		return label;
	}

	private MapView map(Consumer<Optional<Position>> pointing, Consumer<Optional<Position>> choosing) {
		var map = new MapView(row, pointing, choosing);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(map);
		return map;
	}

	Control control() {
		return row;
	}

	/**
	 * Shows the selected channel.
	 *
	 * @param with the grids that it is compared in
	 * @param position that was chosen of it
	 */
	void show(GridState state, Optional<ComparedStates> with, Optional<Position> position) {
		show(b, Optional.of(state), position);
		show(a, with.map(ComparedStates::a), position);
		show(difference, with.flatMap(ComparedStates::difference), position);
		arrange(with.isPresent());
	}

	private static void show(MapView map, Optional<GridState> state, Optional<Position> position) {
		state.ifPresentOrElse(
				shown -> map.show(shown.activation(), shown.selected(), shown.look().coloring(),
						position.filter(at -> at.x() < shown.activation().width() && at.y() < shown.activation().height())),
				() -> map.show(null, 0, null, Optional.empty()));
	}

	private void arrange(boolean comparing) {
		boolean changed = false;
		for (Control control : List.of(names[0], names[1], names[2], a, difference)) {
			var data = (GridData) control.getLayoutData();
			changed |= data.exclude == comparing;
			data.exclude = !comparing;
			control.setVisible(comparing);
		}
		if (changed) {
			List.of(a, b, difference).forEach(map -> map.setScale(!comparing));
			GridLayoutFactory.fillDefaults().numColumns(comparing ? 3 : 1).equalWidth(true).spacing(6, 2).applyTo(row);
			row.layout(true, true);
		}
	}
}
