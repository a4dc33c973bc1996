// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/**
 * How many pixels of the device a point is. To find the monitor of a control takes several questions to the display
 * server, too many for each tile or picture, so a window keeps the answer until it moves or the scale changes.
 */
final class DeviceScale {
	private static final String KEY = DeviceScale.class.getName();
	private static final double PERCENT = 100;

	private final Shell shell;
	private double scale;

	private DeviceScale(Shell shell) {
		this.shell = shell;
		shell.addListener(SWT.ZoomChanged, event -> scale = 0);
		shell.addListener(SWT.Move, event -> scale = 0);
	}

	/** Pixels a point, where a control is. */
	static double of(Control control) {
		Shell shell = control.getShell();
		if (shell.getData(KEY) instanceof DeviceScale known) {
			return known.get();
		}
		var made = new DeviceScale(shell);
		shell.setData(KEY, made);
		return made.get();
	}

	private double get() {
		if (scale == 0) {
			scale = shell.getMonitor().getZoom() / PERCENT;
		}
		return scale;
	}
}
