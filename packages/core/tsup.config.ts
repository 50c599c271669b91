import { library } from '../../tsup.base.js';

export default library({
  index: 'src/index.ts',
  'contract/index': 'src/contract/index.ts',
  bin: 'src/bin.ts',
});
