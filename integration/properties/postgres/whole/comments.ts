import type { Feature } from '../../features/feature.js';

/** Comments. */
export const comments: Readonly<Record<string, Feature>> = {
  commentOnColumn: {
    needs: ['amount'],
    forms: [
      ["COMMENT ON COLUMN @t.@amount IS 'it''s'", "COMMENT ON TABLE @t IS 'one'"],
      ["COMMENT ON COLUMN @t.@amount IS 'two\nlines'"],
    ],
  },
  commentOnKey: {
    forms: [
      ["COMMENT ON CONSTRAINT t_pkey ON @t IS 'key'", "COMMENT ON INDEX t_pkey IS 'its index'"],
      ["COMMENT ON SCHEMA @os IS 's'", "COMMENT ON FUNCTION @calc(text) IS 'f'"],
    ],
  },
  commentOnIndex: {
    needs: ['index'],
    forms: [['COMMENT ON INDEX "i x" IS \'x\''], ['COMMENT ON INDEX "i x" IS \'y\'']],
  },
  commentOnView: { needs: ['view'], forms: [["COMMENT ON VIEW @view IS 'v'", "COMMENT ON COLUMN @view.id IS 'c'"]] },
  commentOnMat: {
    needs: ['mat'],
    forms: [["COMMENT ON MATERIALIZED VIEW @mat IS 'v'", "COMMENT ON COLUMN @mat.@amount IS 'c'"]],
  },
  commentOnTrigger: { needs: ['trigger'], forms: [['COMMENT ON TRIGGER "on" ON @t IS \'t\'']] },
  commentOnPolicy: { needs: ['policy'], forms: [["COMMENT ON POLICY sees ON @t IS 't'"]] },
  commentOnRule: { needs: ['rule'], forms: [["COMMENT ON RULE kept ON @t IS 't'"]] },
  commentOnType: { needs: ['mood', 'dom'], forms: [["COMMENT ON TYPE @mood IS 't'", "COMMENT ON DOMAIN @dom IS 'd'"]] },
  commentOnCheck: { needs: ['check'], forms: [["COMMENT ON CONSTRAINT checked ON @t IS 't'"]] },
};
