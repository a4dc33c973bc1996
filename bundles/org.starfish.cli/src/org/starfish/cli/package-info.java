// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** The command line: the same requests as the user interface makes, headless. One class a sub-command. */
package org.starfish.cli;
