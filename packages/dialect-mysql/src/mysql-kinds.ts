import type { ObjectKind } from '@sync/core';
import type { Flavour } from './flavour.js';
import { bridgeKind } from './kinds/bridge-kind.js';
import { databaseKind } from './kinds/database-kind.js';
import { eventKind } from './kinds/event-kind.js';
import { grantKind } from './kinds/grant-kind.js';
import { routineKind } from './kinds/routine-kind.js';
import { tableKind } from './kinds/table-kind.js';
import { triggerKind } from './kinds/trigger-kind.js';
import { viewKind } from './kinds/view-kind.js';

/** The object kinds of a server of the family, with what it alone has. */
export function mysqlKinds(flavour: Flavour): readonly ObjectKind[] {
  return [
    databaseKind(flavour) as ObjectKind,
    tableKind(flavour) as ObjectKind,
    viewKind(flavour) as ObjectKind,
    routineKind('function', flavour) as ObjectKind,
    routineKind('procedure', flavour) as ObjectKind,
    triggerKind(flavour) as ObjectKind,
    bridgeKind(flavour) as ObjectKind,
    eventKind(flavour) as ObjectKind,
    ...flavour.kinds,
    grantKind(flavour) as ObjectKind,
  ];
}
