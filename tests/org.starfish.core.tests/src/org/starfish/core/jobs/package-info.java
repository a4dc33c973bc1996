// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Tests of the jobs; Eclipse's job manager needs no running Eclipse. */
package org.starfish.core.jobs;
