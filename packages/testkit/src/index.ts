export { driverContract, lockContract, pureContract, scratchContract } from './contract/driver-contract.js';
export type { BadTarget, BadTargets, ContractOptions, ContractSchemas, TestTarget } from './contract/options.js';
export { failureOf } from './failure.js';
export { goldenCases } from './golden/golden-cases.js';
export type { GoldenOptions } from './golden/golden-options.js';
export { findCases, type GoldenCase, type GoldenSettings } from './golden/read-case.js';
export { renderPlan } from './golden/render-plan.js';
export { type RenameText, renameHint } from './renames.js';
