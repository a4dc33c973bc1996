// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.pages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Widget;

/** The event loop, and widgets as such. */
public final class Ui {
	/** System property: how many seconds something may take, for machines that are busy with something else. */
	private static final String PATIENCE = "starfish.patience";
	private static final Duration LIMIT = Duration.ofSeconds(Integer.getInteger(PATIENCE, 60));
	private static final int WAKE = 20;

	private Ui() {
	}

	/**
	 * Runs the event loop until something is so.
	 *
	 * @param what ends the sentence "waited for", should it take longer than 60 seconds, or as many as the property says
	 */
	public static void until(String what, BooleanSupplier condition) {
		until(what, LIMIT, condition);
	}

	/** Runs the event loop until something is so, with a limit of its own. */
	public static void until(String what, Duration limit, BooleanSupplier condition) {
		Display display = Display.getCurrent();
		long end = System.nanoTime() + limit.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) {
				throw new AssertionError("waited %d s for %s".formatted(limit.toSeconds(), what));
			}
			if (!display.readAndDispatch()) {
				// What is waited for may make no event.
				display.timerExec(WAKE, () -> { });
				display.sleep();
			}
		}
	}

	/** Handles all events that are there. */
	public static void settle() {
		Display display = Display.getCurrent();
		while (display.readAndDispatch()) {
			// Each may bring others.
		}
	}

	/** Sends an event to a widget, as if the user had caused it. */
	public static void send(Widget widget, int type) {
		send(widget, type, new Event());
	}

	/** Sends an event to a widget; its type, widget and display are filled in. */
	public static void send(Widget widget, int type, Event event) {
		event.type = type;
		event.widget = widget;
		event.display = widget.getDisplay();
		event.time = (int) System.currentTimeMillis();
		widget.notifyListeners(type, event);
		settle();
	}

	/** Presses and releases a key in a control. */
	public static void key(Control control, int modifiers, int code) {
		for (int type : new int[] { SWT.KeyDown, SWT.KeyUp }) {
			var event = new Event();
			event.keyCode = code;
			event.character = code < SWT.KEYCODE_BIT ? (char) code : 0;
			event.stateMask = modifiers;
			event.doit = true;
			send(control, type, event);
		}
	}

	/** Clicks with the left button at a point of a control. */
	public static void click(Control control, int x, int y) {
		mouse(control, SWT.MouseDown, x, y, 1);
		mouse(control, SWT.MouseUp, x, y, 1);
	}

	/** Clicks twice with the left button at a point of a control. */
	public static void doubleClick(Control control, int x, int y) {
		click(control, x, y);
		mouse(control, SWT.MouseDown, x, y, 1);
		mouse(control, SWT.MouseDoubleClick, x, y, 2);
		mouse(control, SWT.MouseUp, x, y, 2);
	}

	/** Moves the pointer over a point of a control. */
	public static void hover(Control control, int x, int y) {
		mouse(control, SWT.MouseMove, x, y, 0);
	}

	/** The first control of a kind at or below another, in the order of creation. */
	public static <T extends Control> T find(Control root, Class<T> kind, Predicate<? super T> condition) {
		List<T> found = all(root, kind, condition);
		if (found.isEmpty()) {
			throw new AssertionError("there is no such " + kind.getSimpleName() + " in " + root);
		}
		return found.get(0);
	}

	/** The first control of a kind at or below another. */
	public static <T extends Control> T find(Control root, Class<T> kind) {
		return find(root, kind, control -> true);
	}

	/** All controls of a kind at or below another. */
	public static <T extends Control> List<T> all(Control root, Class<T> kind, Predicate<? super T> condition) {
		var found = new ArrayList<T>();
		collect(root, kind, condition, found);
		return found;
	}

	private static <T extends Control> void collect(Control control, Class<T> kind, Predicate<? super T> condition,
			List<T> found) {
		if (kind.isInstance(control) && condition.test(kind.cast(control))) {
			found.add(kind.cast(control));
		}
		if (control instanceof Composite composite) {
			for (Control child : composite.getChildren()) {
				collect(child, kind, condition, found);
			}
		}
	}

	private static void mouse(Control control, int type, int x, int y, int count) {
		var event = new Event();
		event.x = x;
		event.y = y;
		event.button = type == SWT.MouseMove ? 0 : 1;
		event.count = count;
		event.stateMask = type == SWT.MouseUp ? SWT.BUTTON1 : 0;
		send(control, type, event);
	}
}
