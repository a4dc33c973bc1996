// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.sheet;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Tells a screen reader what a sheet shows: a list whose items are the pictures. */
final class SheetAccess {
	private final SheetCanvas canvas;

	private SheetAccess(SheetCanvas canvas) {
		this.canvas = canvas;
	}

	static void to(SheetCanvas canvas) {
		var access = new SheetAccess(canvas);
		canvas.getAccessible().addAccessibleListener(access.new Names());
		canvas.getAccessible().addAccessibleControlListener(access.new Items());
	}

	static void selectionChanged(SheetCanvas canvas) {
		canvas.getAccessible().setFocus(canvas.selected());
		canvas.getAccessible().selectionChanged();
	}

	private boolean isItem(int id) {
		return id >= 0 && id < canvas.count();
	}

	private int selected() {
		return canvas.count() == 0 ? ACC.CHILDID_SELF : canvas.selected();
	}

	private final class Names extends AccessibleAdapter {
		@Override
		public void getName(AccessibleEvent event) {
			event.result = isItem(event.childID) ? canvas.text(event.childID)
					: NLS.bind(Messages.SheetAccess_name, canvas.count());
		}

		@Override
		public void getHelp(AccessibleEvent event) {
			event.result = Messages.SheetAccess_help;
		}
	}

	private final class Items extends AccessibleControlAdapter {
		@Override
		public void getRole(AccessibleControlEvent event) {
			event.detail = event.childID == ACC.CHILDID_SELF ? ACC.ROLE_LIST : ACC.ROLE_LISTITEM;
		}

		@Override
		public void getChildCount(AccessibleControlEvent event) {
			event.detail = canvas.count();
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

		@Override
		public void getState(AccessibleControlEvent event) {
			event.detail = ACC.STATE_FOCUSABLE | ACC.STATE_SELECTABLE
					| (event.childID == selected() ? ACC.STATE_SELECTED | ACC.STATE_FOCUSED : 0);
		}

		@Override
		public void getValue(AccessibleControlEvent event) {
			if (event.childID == ACC.CHILDID_SELF && canvas.count() > 0) {
				event.result = canvas.text(canvas.selected());
			}
		}

		@Override
		public void getLocation(AccessibleControlEvent event) {
			if (isItem(event.childID)) {
				Rectangle tile = canvas.bounds(event.childID);
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
			int index = canvas.indexAt(point.x, point.y);
			event.childID = index < 0 ? ACC.CHILDID_SELF : index;
		}
	}
}
