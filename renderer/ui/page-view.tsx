import { ArrowLeft } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { useWays } from '../view/place.tsx';
import type { View } from '../view/view.ts';
import { Act } from './controls.tsx';

interface PageViewProps {
  title: string;
  /** A line below the title. */
  sub?: ReactNode;
  /** Where the page belongs. */
  back?: { text: string; to: Partial<View> };
  /** What is done with the page as a whole, beside the title. */
  acts?: ReactNode;
  /** A column for reading; else as wide as the window allows. */
  narrow?: boolean;
  className?: string;
  scroller?: Ref<HTMLElement>;
  children: ReactNode;
}

/** A page that scrolls as a whole: its title, and what stands below. */
export function PageView({ title, sub, back, acts, narrow = true, className, scroller, children }: PageViewProps) {
  const { show } = useWays();
  return (
    <main className="pageview scroll" tabIndex={-1} ref={scroller}>
      <div className={['wrap', narrow && 'narrow', className].filter(Boolean).join(' ')}>
        {back !== undefined && (
          <Act kind="link" icon={ArrowLeft} onPress={() => show(back.to)}>
            {back.text}
          </Act>
        )}
        <header className="ph">
          <div>
            <h1>{title}</h1>
            {sub && <p className="sub">{sub}</p>}
          </div>
          {acts && <div className="acts">{acts}</div>}
        </header>
        {children}
      </div>
    </main>
  );
}
