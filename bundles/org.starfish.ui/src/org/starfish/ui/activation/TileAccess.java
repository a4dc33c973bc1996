// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Tells a screen reader what a grid of tiles shows: a list whose items are the channels. */
final class TileAccess {
	private final TileCanvas canvas;

	TileAccess(TileCanvas canvas) {
		this.canvas = canvas;
	}

	static void to(TileCanvas canvas) {
		var access = new TileAccess(canvas);
		canvas.getAccessible().addAccessibleListener(access.new Names());
		canvas.getAccessible().addAccessibleControlListener(access.new Items());
	}

	static void selectionChanged(TileCanvas canvas) {
		canvas.getAccessible().setFocus(canvas.state().place(canvas.state().selected()));
		canvas.getAccessible().selectionChanged();
	}

	private boolean isItem(int id) {
		return canvas.state() != null && id >= 0 && id < canvas.state().count();
	}

	final class Names extends AccessibleAdapter {
		@Override
		public void getName(AccessibleEvent event) {
			GridState state = canvas.state();
			if (isItem(event.childID)) {
				event.result = ChannelText.line(state.activation(), state.channel(event.childID));
			} else {
				event.result = state == null ? Messages.TileAccess_empty
						: NLS.bind(Messages.TileAccess_name, state.activation().layer());
			}
		}

		@Override
		public void getDescription(AccessibleEvent event) {
			GridState state = canvas.state();
			if (event.childID == ACC.CHILDID_SELF && state != null) {
				event.result = NLS.bind(Messages.TileAccess_selected,
						ChannelText.line(state.activation(), state.selected()));
			}
		}

		@Override
		public void getHelp(AccessibleEvent event) {
			event.result = Messages.TileAccess_help;
		}
	}

	final class Items extends AccessibleControlAdapter {
		@Override
		public void getRole(AccessibleControlEvent event) {
			event.detail = event.childID == ACC.CHILDID_SELF ? ACC.ROLE_LIST : ACC.ROLE_LISTITEM;
		}

		@Override
		public void getChildCount(AccessibleControlEvent event) {
			event.detail = canvas.state() == null ? 0 : canvas.state().count();
		}

		@Override
		public void getFocus(AccessibleControlEvent event) {
			if (canvas.isFocusControl()) {
				event.childID = selected();
			}
		}

		@Override
		public void getSelection(AccessibleControlEvent event) {
			event.childID = selected();
		}

		private int selected() {
			int place = canvas.state() == null ? -1 : canvas.state().place(canvas.state().selected());
			return place < 0 ? ACC.CHILDID_SELF : place;
		}

		@Override
		public void getState(AccessibleControlEvent event) {
			event.detail = ACC.STATE_FOCUSABLE | ACC.STATE_SELECTABLE
					| (event.childID == selected() ? ACC.STATE_SELECTED | ACC.STATE_FOCUSED : 0);
		}

		@Override
		public void getLocation(AccessibleControlEvent event) {
			if (isItem(event.childID)) {
				Rectangle tile = canvas.bounds(canvas.state().channel(event.childID));
				Point corner = canvas.toDisplay(tile.x, tile.y);
				event.x = corner.x;
				event.y = corner.y;
				event.width = tile.width;
				event.height = tile.height;
			}
		}

		@Override
		public void getChildAtPoint(AccessibleControlEvent event) {
			Point point = canvas.toControl(event.x, event.y);
			int place = canvas.tiles() == null ? -1 : canvas.tiles().placeAt(point.x, point.y + canvas.origin());
			event.childID = place < 0 ? ACC.CHILDID_SELF : place;
		}

		@Override
		public void getValue(AccessibleControlEvent event) {
			GridState state = canvas.state();
			if (event.childID == ACC.CHILDID_SELF && state != null) {
				event.result = ChannelText.line(state.activation(), state.selected());
			}
		}
	}
}
