// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** What speaks for a synthesized picture: what networks answer to it, beside what they answer to photos. */
package org.starfish.core.evidence;
