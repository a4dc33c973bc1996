// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.starfish.core.activation.ChannelSort;
import org.starfish.ui.tests.pages.Ui;

/** What a screen reader is told. */
class TileAccessTest {
	private final Shell shell = new Shell(SWT.SHELL_TRIM);
	private final TileCanvas canvas = new TileCanvas(shell);
	private final TileAccess access = new TileAccess(canvas);

	@BeforeEach
	void open() {
		shell.setLayout(new FillLayout());
		shell.setSize(500, 400);
		shell.open();
		Ui.settle();
	}

	@AfterEach
	void close() {
		shell.dispose();
	}

	private String name(int child) {
		var event = new AccessibleEvent(canvas.getAccessible());
		event.childID = child;
		access.new Names().getName(event);
		return event.result;
	}

	private AccessibleControlEvent item(int child) {
		var event = new AccessibleControlEvent(canvas.getAccessible());
		event.childID = child;
		return event;
	}

	@Test
	void nothingIsToldOfNothing() {
		assertTrue(name(ACC.CHILDID_SELF).contains("nothing"));
		AccessibleControlEvent event = item(ACC.CHILDID_SELF);
		access.new Items().getChildCount(event);
		assertEquals(0, event.detail);
	}

	@Test
	void channelsAreTheItemsOfAList() throws Exception {
		String layer = Tidepool.firstLayer();
		GridState state = GridState.of(Tidepool.answer(layer, "starfish-1.jpg"), GridLook.DEFAULT.with(ChannelSort.MAXIMUM), 2);
		canvas.show(state);
		assertTrue(name(ACC.CHILDID_SELF).contains(layer));
		assertTrue(name(0).startsWith("Channel " + state.channel(0)), () -> name(0));
		var items = access.new Items();
		AccessibleControlEvent event = item(ACC.CHILDID_SELF);
		items.getRole(event);
		assertEquals(ACC.ROLE_LIST, event.detail);
		items.getChildCount(event);
		assertEquals(state.count(), event.detail);
		items.getSelection(event);
		assertEquals(state.place(2), event.childID);
		items.getState(event);
		assertTrue((event.detail & ACC.STATE_SELECTED) != 0);
		items.getLocation(event);
		assertEquals(canvas.bounds(2).width, event.width);
		items.getChildAtPoint(event);
		assertEquals(state.place(2), event.childID, "found where it is said to be");
	}
}
