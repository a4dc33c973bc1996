// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.handlers.IHandlerService;

/** What can be done with the selected unit, from beside the grid and from its menu. */
final class UnitCommands {
	private static final String SYNTHESIZE = "org.starfish.ui.synthesize";

	private final IWorkbenchPartSite site;
	private final Runnable copyAddress;
	private final Runnable pin;

	/**
	 * @param site of the part in which the unit is selected
	 * @param copyAddress copies how the unit is written
	 * @param pin keeps what is shown to be compared, or lets it go
	 */
	UnitCommands(IWorkbenchPartSite site, Runnable copyAddress, Runnable pin) {
		this.site = site;
		this.copyAddress = copyAddress;
		this.pin = pin;
	}

	/** Draws what the unit looks for: it is what is selected in the workbench. */
	void synthesize() {
		try {
			site.getService(IHandlerService.class).executeCommand(SYNTHESIZE, null);
		} catch (CommandException e) {
			throw new IllegalStateException(e);
		}
	}

	void copyAddress() {
		copyAddress.run();
	}

	void pin() {
		pin.run();
	}
}
