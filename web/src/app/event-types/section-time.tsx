import type { CSSProperties } from 'react';
import { spanText } from '../../lib/time';
import type { Schedule } from '../api';
import { t } from '../text';
import { Fold } from '../ui/fold';
import { NumberInput, Select, TextInput } from '../ui/form';
import { DurationInput } from './duration-input';
import { airInWords, windowInWords } from './in-words';
import { hasErrorIn, Section, type SectionProps } from './section';
import { useLength } from './use-length';

/** How long it is and in which hours; folded, the air around it and how far ahead it can be booked. */
export function TimeSection({ form, schedules }: SectionProps & { schedules: Schedule[] }) {
  const values = form.watch();
  const length = useLength(values.duration_minutes);
  const [before = 0, after = 0] = [values.buffer_before_minutes, values.buffer_after_minutes].map((value) =>
    Math.max(Number(value) || 0, 0),
  );
  return (
    <Section title={t('type.time')}>
      <Sketch before={before} length={length} after={after} />
      <div className="pair">
        <NumberInput
          form={form}
          name="duration_minutes"
          label={t('type.length')}
          hint={length >= 60 ? spanText(length) : undefined}
          unit={t('unit.min')}
        />
        <Select form={form} name="schedule_id" label={t('type.schedule')}>
          {schedules.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      <div className="folds">
        <Fold
          title={t('type.air')}
          summary={airInWords(values)}
          hasError={hasErrorIn(form, [
            'buffer_before_minutes',
            'buffer_after_minutes',
            'slot_interval_minutes',
          ])}
        >
          <div className="trio">
            <NumberInput
              form={form}
              name="buffer_before_minutes"
              label={t('type.before')}
              unit={t('unit.min')}
            />
            <NumberInput
              form={form}
              name="buffer_after_minutes"
              label={t('type.after')}
              unit={t('unit.min')}
            />
            <NumberInput
              form={form}
              name="slot_interval_minutes"
              label={t('type.interval')}
              hint={t('type.interval_hint')}
              unit={t('unit.min')}
            />
          </div>
        </Fold>
        <Fold
          title={t('type.window')}
          summary={windowInWords(values)}
          hasError={hasErrorIn(form, ['minimum_notice_minutes', 'horizon_days', 'range_from', 'range_to'])}
        >
          <div className="pair">
            <DurationInput form={form} name="minimum_notice_minutes" label={t('type.notice')} />
            <NumberInput
              form={form}
              name="horizon_days"
              label={t('type.horizon')}
              hint={t('optional')}
              unit={t('unit.days')}
            />
          </div>
          <div className="pair">
            <TextInput
              form={form}
              name="range_from"
              type="date"
              label={t('type.range_from')}
              hint={t('optional')}
            />
            <TextInput
              form={form}
              name="range_to"
              type="date"
              label={t('type.range_to')}
              hint={t('optional')}
            />
          </div>
        </Fold>
      </div>
    </Section>
  );
}

function Sketch({ before, length, after }: { before: number; length: number; after: number }) {
  const flex = (minutes: number) => ({ flexGrow: minutes }) as CSSProperties;
  return (
    <div className="sketch">
      <span className="shape" aria-hidden="true">
        {before > 0 && (
          <i className="buf" style={flex(before)}>
            <b>{before}</b>
          </i>
        )}
        <i className="core" style={flex(length)}>
          <b>
            {length} {t('unit.min')}
          </b>
        </i>
        {after > 0 && (
          <i className="buf" style={flex(after)}>
            <b>{after}</b>
          </i>
        )}
      </span>
      <p className="s q">{t('type.sketch', { count: before + length + after })}</p>
    </div>
  );
}
